import { SystemError } from "../errors";
import type { Bytes } from "./chunks";
import { StreamHandle } from "./devices";
import type { Pipe } from "./pipe";

export type Side = "read" | "write";

/** One end of a pipe. It stays open while any process holds it: see Grants. */
export class End {
  constructor(
    readonly pipe: Pipe,
    readonly side: Side,
    readonly path: string,
    private readonly gone: () => void,
  ) {}

  /** One descriptor or kept place more. */
  hold(): void {
    if (this.side === "read") this.pipe.readers++;
    else this.pipe.writers++;
  }

  /** One less; what waited for the last of them goes on. */
  release(): void {
    const { pipe } = this;
    if (this.side === "read") pipe.readers--;
    else pipe.writers--;
    pipe.settle();
    if (pipe.readers + pipe.writers === 0) this.gone();
  }
}

/** A descriptor for an end; the end has been held for it. */
export class EndHandle extends StreamHandle {
  #open = true;

  constructor(
    private readonly end: End,
    private readonly closed: () => void,
  ) {
    super();
  }

  override read(length: number, position: number | null): Bytes | Promise<Bytes> {
    this.refusePosition(position);
    if (this.end.side !== "read") throw new SystemError("EBADF");
    return this.end.pipe.read(this, length);
  }

  override write(bytes: Bytes, position: number | null): number | Promise<number> {
    this.refusePosition(position);
    if (this.end.side !== "write") throw new SystemError("EBADF");
    return this.end.pipe.write(this, bytes);
  }

  override close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.end.pipe.callOff(this);
    this.closed();
    this.end.release();
  }
}
