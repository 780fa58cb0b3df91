import { SystemError } from "../errors";
import type { Stat } from "./nodes";

/**
 * What a descriptor leads to. position null means "at the handle's own place".
 * A promise is for what has to wait (a pipe); the caller's goroutine waits.
 */
export interface Handle {
  read(length: number, position: number | null): Bytes | Promise<Bytes>;
  write(bytes: Uint8Array, position: number | null, ms: number): number | Promise<number>;
  stat(): Stat;
  chmod(permissions: number): void;
  truncate(size: number): void;
  close(): void;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A handle that can do nothing yet: special files say what they can. */
export abstract class RefusingHandle implements Handle {
  read(_length: number, _position: number | null): Bytes | Promise<Bytes> {
    throw new SystemError("EBADF");
  }
  write(_bytes: Uint8Array, _position: number | null, _ms: number): number | Promise<number> {
    throw new SystemError("EBADF");
  }
  chmod(_permissions: number): void {
    throw new SystemError("EPERM");
  }
  truncate(_size: number): void {
    throw new SystemError("EINVAL");
  }
  close(): void {}
  abstract stat(): Stat;
}
