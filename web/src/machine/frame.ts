import bootstrap from "bundle:./jail/main.ts";
import digest from "hash:./jail/main.ts";
import { jailDocument } from "./csp";
import { toJailMessage } from "./protocol";
import type { JailMessage, PageMessage } from "./protocol";

/** What the owner of a frame is told. */
export interface FrameListener {
  hear(message: JailMessage): void;
  /** The frame was loaded anew (its element was moved, say): all that it held is gone. */
  lost(): void;
}

/**
 * A hidden frame for a document of jailDocument: scripts run there, with an
 * opaque origin, and with shared memory where the page itself has it.
 */
export function jailElement(srcdoc: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "The sandbox in which programs run";
  frame.sandbox.add("allow-scripts");
  frame.allow = "cross-origin-isolated";
  frame.srcdoc = srcdoc;
  return frame;
}

/** The hidden frame in which the jail lives, and the port that leads there. */
export class JailFrame {
  readonly #element = jailElement(jailDocument(bootstrap, digest));
  #port: MessagePort | undefined;
  #waiting: [PageMessage, Transferable[]][] = [];

  constructor(
    mount: Node,
    private readonly listener: FrameListener,
  ) {
    this.#element.addEventListener("load", () => this.#connect());
    mount.appendChild(this.#element);
  }

  /** Sends, or keeps until the frame has loaded. */
  post(message: PageMessage, transfer: Transferable[] = []): void {
    if (this.#port) this.#port.postMessage(message, transfer);
    else this.#waiting.push([message, transfer]);
  }

  /** Throws away everything in the frame, whatever it is doing, and starts it again. */
  restart(): void {
    this.#element.srcdoc = jailDocument(bootstrap, digest);
  }

  remove(): void {
    this.#port?.close();
    this.#element.remove();
  }

  #connect(): void {
    if (this.#port) this.listener.lost();
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => {
      const message = toJailMessage(event.data);
      if (message) this.listener.hear(message);
    };
    this.#port = port1;
    // The frame's origin is opaque: no other target names it. The port is all that is sent.
    this.#element.contentWindow?.postMessage(null, "*", [port2]);
    for (const [message, transfer] of this.#waiting.splice(0)) this.post(message, transfer);
  }
}
