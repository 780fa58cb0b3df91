import { SystemError } from "../errors";
import type { Handle } from "./handle";

/** A process's open descriptors. The standard three are never given out again. */
export class Descriptors {
  readonly #open = new Map<number, Handle>();

  constructor(
    standard: readonly [Handle, Handle, Handle],
    private readonly limit: number,
  ) {
    standard.forEach((handle, fd) => this.#open.set(fd, handle));
  }

  get(fd: number): Handle {
    const handle = this.#open.get(fd);
    if (!handle) throw new SystemError("EBADF");
    return handle;
  }

  /** Opens what make gives under the lowest free number; EMFILE before make is called. */
  add(make: () => Handle): number {
    if (this.#open.size >= this.limit) throw new SystemError("EMFILE");
    let fd = 3;
    while (this.#open.has(fd)) fd++;
    this.#open.set(fd, make());
    return fd;
  }

  close(fd: number): void {
    const handle = this.get(fd);
    this.#open.delete(fd);
    handle.close();
  }

  closeAll(): void {
    for (const fd of [...this.#open.keys()]) this.close(fd);
  }
}
