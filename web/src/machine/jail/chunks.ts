/** Bytes that nobody else changes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A queue of bytes that are not copied before they are taken. */
export class Chunks {
  #parts: Bytes[] = [];
  #size = 0;

  /** How many bytes wait. */
  get size(): number {
    return this.#size;
  }

  add(bytes: Bytes): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }

  /** The first bytes, at most so many, in a buffer of their own. */
  take(length: number): Bytes {
    const only = this.#parts[0];
    if (only?.length === this.#size && only.length <= length && isOwn(only)) {
      this.#size = 0;
      return this.#parts.pop()!;
    }
    const whole = new Uint8Array(Math.min(length, this.#size));
    for (let at = 0; at < whole.length;) {
      const first = this.#parts[0]!;
      const part = first.subarray(0, whole.length - at);
      whole.set(part, at);
      at += part.length;
      if (part.length === first.length) this.#parts.shift();
      else this.#parts[0] = first.subarray(part.length);
    }
    this.#size -= whole.length;
    return whole;
  }
}

function isOwn(bytes: Bytes): boolean {
  return bytes.length === bytes.buffer.byteLength;
}
