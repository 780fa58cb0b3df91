import { SystemError } from "../errors";
import { Chunks } from "./chunks";
import type { Bytes } from "./chunks";

/** Bytes that lie unread in a pipe before its writers wait: what Linux gives one. */
export const capacity = 64 << 10;

/** Who waits is named, so that a descriptor that closes can be called off. */
interface Waiting<T> {
  by: object;
  resolve(value: T): void;
  reject(why: SystemError): void;
}

interface Reading extends Waiting<Bytes> {
  length: number;
}

interface Writing extends Waiting<number> {
  bytes: Bytes;
  taken: number;
}

/** Told by how much the bytes of writers that wait have grown or shrunk. */
export type Held = (bytes: number) => void;

/**
 * A one-way stream of bytes between processes, as pipe(7) describes it. What
 * one write brings stays in one piece, whatever its size; readers and writers
 * are served in the order in which they came.
 *
 * readers and writers count what keeps each side open: descriptors, and places
 * kept for processes that have still to open theirs. Whoever changes them
 * calls settle.
 */
export class Pipe {
  readers = 0;
  writers = 0;
  readonly #unread = new Chunks();
  #reads: Reading[] = [];
  #writes: Writing[] = [];

  constructor(private readonly held: Held = () => {}) {}

  /** Up to length bytes as soon as there are any; none at the end of the stream. */
  read(by: object, length: number): Bytes | Promise<Bytes> {
    if (this.#unread.size > 0 && this.#reads.length === 0) {
      const bytes = this.#unread.take(length);
      this.settle();
      return bytes;
    }
    if (length === 0 || this.writers === 0) return this.#unread.take(0);
    return new Promise((resolve, reject) => this.#reads.push({ by, length, resolve, reject }));
  }

  /** Takes all bytes, now or when there is room for the last of them; EPIPE without a reader. */
  write(by: object, bytes: Bytes): number | Promise<number> {
    if (this.readers === 0) throw new SystemError("EPIPE");
    if (this.#writes.length === 0 && this.#unread.size + bytes.length <= capacity) {
      this.#unread.add(bytes);
      this.settle();
      return bytes.length;
    }
    this.held(bytes.length);
    return new Promise((resolve, reject) => {
      this.#writes.push({ by, bytes, taken: 0, resolve, reject });
      this.settle();
    });
  }

  /** Ends what waits for a descriptor that closes: EBADF, and no byte more of its writes is taken. */
  callOff(by: object): void {
    const mine = (each: Waiting<never>) => each.by === by;
    const reads = this.#reads.filter(mine);
    const writes = this.#writes.filter(mine);
    this.#reads = this.#reads.filter((each) => !mine(each));
    this.#writes = this.#writes.filter((each) => !mine(each));
    for (const each of reads) each.reject(new SystemError("EBADF"));
    for (const each of writes) this.#refuse(each, "EBADF");
  }

  /** Lets everybody go on who can. */
  settle(): void {
    this.#fill();
    while (this.#reads.length > 0 && this.#unread.size > 0) {
      const { length, resolve } = this.#reads.shift()!;
      resolve(this.#unread.take(length));
      this.#fill();
    }
    if (this.writers === 0) {
      for (const { resolve } of this.#reads.splice(0)) resolve(this.#unread.take(0));
    }
    if (this.readers === 0) {
      for (const each of this.#writes.splice(0)) this.#refuse(each, "EPIPE");
    }
  }

  /** Takes from the writers that wait until the pipe is full. */
  #fill(): void {
    for (;;) {
      const [first] = this.#writes;
      const room = capacity - this.#unread.size;
      if (!first || room <= 0) return;
      const { bytes, taken } = first;
      const part = bytes.subarray(taken, taken + room);
      this.#unread.add(part);
      first.taken += part.length;
      if (first.taken < bytes.length) return;
      this.#writes.shift();
      this.held(-bytes.length);
      first.resolve(bytes.length);
    }
  }

  #refuse({ bytes, reject }: Writing, code: "EBADF" | "EPIPE"): void {
    this.held(-bytes.length);
    reject(new SystemError(code));
  }
}
