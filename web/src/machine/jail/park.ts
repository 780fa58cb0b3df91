import { StreamHandle } from "./devices";
import { DeviceNode } from "./nodes";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Where a tool waits that was started before it has something to do: its read
 * of this special file is answered, with nothing, when it is to go on.
 */
export class Park {
  /** Whether the tool stands there now. */
  waiting = false;
  readonly #go = new Array<(nothing: Bytes) => void>();
  #open = false;

  constructor(private readonly arrived: () => void) {}

  device(): DeviceNode {
    return new DeviceNode(() => new ParkHandle(() => this.#read()));
  }

  /** Lets the tool go on, and any other read of the file from now on. */
  open(): void {
    this.#open = true;
    this.waiting = false;
    for (const go of this.#go.splice(0)) go(new Uint8Array(0));
  }

  #read(): Bytes | Promise<Bytes> {
    if (this.#open) return new Uint8Array(0);
    const gone = new Promise<Bytes>((go) => this.#go.push(go));
    if (!this.waiting) {
      this.waiting = true;
      this.arrived();
    }
    return gone;
  }
}

class ParkHandle extends StreamHandle {
  constructor(private readonly wait: () => Bytes | Promise<Bytes>) {
    super();
  }

  override read(): Bytes | Promise<Bytes> {
    return this.wait();
  }
}
