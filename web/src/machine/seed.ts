/**
 * Chance that repeats: bytes from a seed and a process's number. The generator
 * is sfc32 (Chris Doty-Humphrey, PractRand); its state comes from the seed's
 * text by FNV-1a with the finalizer of MurmurHash3, once for each word of it.
 */
export class SeededBytes {
  readonly #state: Uint32Array;

  /** Processes of one run differ by pid, and are the same in every run. */
  constructor(seed: string, pid: number) {
    const text = new TextEncoder().encode(`${pid}:${seed}`);
    this.#state = Uint32Array.from([0, 1, 2, 3], (word) => hash(text, word));
    for (let i = 0; i < 15; i++) this.next(); // as sfc32's author does
  }

  /** Fills bytes. */
  fill(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 4) {
      let word = this.next();
      for (let i = at; i < Math.min(at + 4, bytes.length); i++, word >>>= 8) bytes[i] = word;
    }
  }

  /** A number of 32 bits, not negative. */
  next(): number {
    const state = this.#state;
    const [a, b, c, counter] = state as unknown as [number, number, number, number];
    const sum = (a + b + counter) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return sum;
  }
}

function hash(bytes: Uint8Array, salt: number): number {
  let h = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1);
  for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
