const newline = 10;

/** What a Tail kept, and how much it did not. */
export interface Kept {
  bytes: Uint8Array;
  skipped: number;
  skippedLines: number;
}

/** The last bytes of a stream of any length, in a ring. */
export class Tail {
  #ring: Uint8Array | undefined;
  #total = 0;
  #lines = 0;

  constructor(private readonly size: number) {}

  write(bytes: Uint8Array): void {
    for (const byte of bytes) if (byte === newline) this.#lines++;
    const ring = (this.#ring ??= new Uint8Array(this.size));
    const last = bytes.subarray(Math.max(0, bytes.length - this.size));
    const at = (this.#total + bytes.length - last.length) % this.size;
    const first = last.subarray(0, this.size - at);
    ring.set(first, at);
    ring.set(last.subarray(first.length), 0);
    this.#total += bytes.length;
  }

  /** Empties it. If it could not keep everything, what is kept starts on a line. */
  take(): Kept {
    const all = this.#inOrder();
    let start = 0;
    if (this.#total > all.length) start = lineStart(all);
    const bytes = all.subarray(start);
    let skippedLines = this.#lines;
    for (const byte of bytes) if (byte === newline) skippedLines--;
    const skipped = this.#total - bytes.length;
    this.#ring = undefined;
    this.#total = this.#lines = 0;
    return { bytes, skipped, skippedLines };
  }

  #inOrder(): Uint8Array {
    const ring = this.#ring;
    if (!ring) return new Uint8Array(0);
    if (this.#total <= this.size) return ring.subarray(0, this.#total);
    const at = this.#total % this.size;
    const all = new Uint8Array(this.size);
    all.set(ring.subarray(at), 0);
    all.set(ring.subarray(0, at), this.size - at);
    return all;
  }
}

/** Where the first whole line begins; without one near, the first whole character. */
function lineStart(bytes: Uint8Array): number {
  const at = bytes.subarray(0, 4096).indexOf(newline);
  if (at >= 0) return at + 1;
  let start = 0;
  while (start < 4 && (bytes[start]! & 0xc0) === 0x80) start++;
  return start;
}
