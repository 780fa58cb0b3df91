import { errorWords, SystemError } from "../errors";
import type { ErrorCode } from "../errors";
import type { CallValue, Reply } from "../worker-protocol";
import type { Callbacks } from "./callbacks";
import type { Channel } from "./channel";
import type { Surroundings } from "./surroundings";

/** The callbacks that Go's syscall package hands to its fs. */
export type Done = (error: unknown, value?: unknown) => void;

/** Bytes of one process's trace after which it is not kept: many times what a timeline reads. */
const maxTrace = 12 << 20;

type Convert = (value: CallValue) => unknown;
type Pending = { done: Done; convert: Convert };

/** An error as Node's fs makes them: Go reads code. */
export function nodeError(code: ErrorCode): Error {
  return Object.assign(new Error(`${code}: ${errorWords[code]}`), { code });
}

/** A program may call without one; that must fail at once, in the program. */
function requireFunction(done: unknown): void {
  if (typeof done !== "function") throw nodeError("EINVAL");
}

/** System calls on their way: the worker's half. */
export class System {
  #nextId = 0;
  #pending = new Map<number, Pending>();
  #traced = 0;
  /** The descriptor that Go's tracer writes to, once it is open. */
  tracer: unknown;
  /** Whether nobody wants to know any more what the program does. */
  untraced: () => boolean = () => false;

  constructor(
    private readonly channel: Channel,
    private readonly callbacks: Callbacks,
    private readonly place: Surroundings,
    private readonly now: () => number,
  ) {}

  /** Sends a call; done is called back with its value, converted, or its error. */
  call(name: string, args: unknown[], done: Done, convert: Convert = (value) => value): void {
    requireFunction(done);
    const id = this.#nextId++;
    this.channel.send({ type: "call", id, name, args, ms: this.now() });
    this.callbacks.calls++;
    this.#pending.set(id, { done, convert });
    this.callbacks.taken(done);
  }

  /**
   * Takes a part of the trace, within the call: a program that never comes to
   * rest would not hear of an answer. Takes none of it when recording is to end,
   * and says how much that was.
   */
  trace(bytes: Uint8Array<ArrayBuffer>): number {
    const { length } = bytes; // the buffer may be handed over
    if (this.#traced > maxTrace || this.untraced()) {
      this.channel.send({ type: "untold", bytes: length });
      return 0;
    }
    this.#traced += length;
    const args = [this.tracer, bytes, null];
    this.channel.send({ type: "call", id: this.#nextId++, name: "write", args, ms: this.now() });
    return length;
  }

  /** Prints to standard output or error; done is called back when the kernel keeps up. */
  print(fd: 1 | 2, bytes: Uint8Array<ArrayBuffer>, done: Done): void {
    requireFunction(done);
    const { length } = bytes; // the buffer may be handed over
    this.printNow(fd, bytes);
    this.callbacks.taken(done);
    this.channel.whenRoom(() => this.#finish(() => done(null, length)));
  }

  /** Prints without being able to wait: Go's runtime, in a panic or println. */
  printNow(fd: 1 | 2, bytes: Uint8Array<ArrayBuffer>): void {
    this.channel.send({ type: "write", fd, bytes, ms: this.now() });
  }

  /** Answers a call with what can be had here, without asking the kernel. */
  answer(done: Done, make: () => unknown): void {
    requireFunction(done);
    this.callbacks.taken(done);
    queueMicrotask(() => this.#finish(() => tell(done, make)));
  }

  /** Answers a call with an error, without asking the kernel. */
  refuse(done: Done, code: ErrorCode): void {
    requireFunction(done);
    this.callbacks.taken(done);
    queueMicrotask(() => this.#finish(() => done(nodeError(code))));
  }

  reply({ id, error, value, changes }: Reply): void {
    this.callbacks.answers++;
    this.place.apply(changes);
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    this.callbacks.calls--;
    const { done, convert } = pending;
    this.#finish(() => {
      if (error) done(nodeError(error));
      else done(null, convert(value ?? null));
    });
  }

  #finish(callback: () => void): void {
    this.callbacks.answered();
    callback();
  }
}

function tell(done: Done, make: () => unknown): void {
  let value: unknown;
  try {
    value = make();
  } catch (err) {
    return done(nodeError(err instanceof SystemError ? err.code : "EIO"));
  }
  done(null, value);
}
