import { isBytes } from "../check";
import { hardWindow, maxQueue, softBytes, softWindow } from "../worker-protocol";
import type { WorkerMessage } from "../worker-protocol";

type Bytes = Uint8Array<ArrayBuffer>;
/** A message that has to wait; what is printed meanwhile joins it in parts. */
type Queued = { message: WorkerMessage; parts: Bytes[] };
type Post = (message: WorkerMessage, transfer: Transferable[]) => void;

/** How often something is posted though the kernel has not caught up, in ms. */
const forcedMs = 10;
/** How many messages such a time. */
const forcedMessages = 4;
/** Bytes from which handing a buffer over is cheaper than copying it. */
const transferBytes = 64 << 10;

/**
 * The way to the kernel. What a program prints is posted at once, so that
 * nothing is lost when the worker is ended while it spins; what holds a
 * program back is that its goroutine waits (whenRoom). A program that prints
 * without ever waiting (println, a panic's stack) is posted in larger pieces
 * once hardWindow messages are unread.
 */
export class Channel {
  #sizes: number[] = [];
  #bytes = 0;
  #read = 0;
  #queue: Queued[] = [];
  #waiting: (() => void)[] = [];
  #forced = 0;
  #open = true;

  constructor(
    private readonly postNow: Post,
    /** Real milliseconds: what is forced out does not wait for a run's own clock. */
    private readonly now: () => number,
    private readonly runNow = now,
  ) {}

  /** Sends in order; beyond hardWindow later. */
  send(message: WorkerMessage): void {
    if (!this.#open) return;
    if (this.#queue.length === 0 && this.#sizes.length < hardWindow) return this.#post(message);
    const last = this.#queue.at(-1);
    if (last && message.type === "write" && joins(last.message, message)) {
      last.parts.push(message.bytes);
    } else {
      this.#queue.push({ message, parts: [] });
    }
    if (message.type === "write") this.#force();
    else if (this.#queue.length > maxQueue) {
      this.end({ type: "limit", reason: "messages", ms: this.runNow() });
    }
  }

  /** Posts before whatever waits: this worker is about to block. */
  urgent(message: WorkerMessage): void {
    if (this.#open) this.#post(message);
  }

  /** Calls back, not before this call has returned, when a writer may go on. */
  whenRoom(go: () => void): void {
    if (this.#room()) queueMicrotask(go);
    else this.#waiting.push(go);
  }

  /** The kernel has read so many messages. */
  read(received: number): void {
    const sizes = this.#sizes.splice(0, Math.max(0, received - this.#read));
    this.#read += sizes.length;
    for (const size of sizes) this.#bytes -= size;
    while (this.#queue.length > 0 && this.#sizes.length < hardWindow) this.#next();
    while (this.#waiting.length > 0 && this.#room()) this.#waiting.shift()!();
  }

  /** Sends what was printed and then the last message; whatever comes later is ignored. */
  end(last: WorkerMessage): void {
    if (!this.#open) return;
    this.#queue = this.#queue.filter(({ message }) => message.type === "write");
    while (this.#queue.length > 0) this.#next();
    this.#post(last);
    this.#open = false;
  }

  #room(): boolean {
    return this.#sizes.length < softWindow && this.#bytes < softBytes && this.#queue.length === 0;
  }

  #force(): void {
    const now = this.now();
    if (now - this.#forced < forcedMs) return;
    this.#forced = now;
    for (let n = Math.min(forcedMessages, this.#queue.length); n > 0; n--) this.#next();
  }

  #next(): void {
    const { message, parts } = this.#queue.shift()!;
    if (message.type === "write") message.bytes = concat([message.bytes, ...parts]);
    this.#post(message);
  }

  #post(message: WorkerMessage): void {
    const size = message.type === "write" ? message.bytes.length : 0;
    this.#sizes.push(size);
    this.#bytes += size;
    this.postNow(message, handedOver(message));
  }
}

/** The buffer of what is written, when it is large: Go makes one for each write and uses it no more. */
function handedOver(message: WorkerMessage): Transferable[] {
  const bytes = message.type === "write" ? message.bytes : written(message);
  return bytes && bytes.length >= transferBytes ? [bytes.buffer] : [];
}

function written(message: WorkerMessage): Bytes | undefined {
  if (message.type !== "call" || message.name !== "write") return undefined;
  const [, bytes] = message.args;
  const whole = isBytes(bytes) && bytes.length === bytes.buffer.byteLength;
  return whole ? bytes : undefined;
}

function joins(a: WorkerMessage, b: WorkerMessage): boolean {
  return a.type === "write" && b.type === "write" && a.fd === b.fd;
}

function concat(parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
