/** For tests: values such as a forged message may hold, the same for the same seed. */
export class Hostile {
  constructor(private seed: number) {}

  /** A number in [0, 1): mulberry32, by Tommy Ettinger. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** Any value that a structured clone can carry. */
  value(depth = 3): unknown {
    const simple = [
      undefined, null, true, false, 0, -0, 1, -1, 2, 3, 255, 1e300, -1e300, NaN, Infinity, 0.5,
      2 ** 31, 2 ** 53, 10n, "", "x", "/", "/tmp", "/tmp/x", "\0", "../..", "stdout", "ready",
      "__proto__", "constructor", "x".repeat(5000), new Date(0), /x/, new Map(), new Set(),
    ] as const; // prettier-ignore
    if (depth === 0 || this.next() < 0.6) return this.pick(simple);
    if (this.next() < 0.3) return this.bytes();
    const size = Math.floor(this.next() * 6);
    if (this.next() < 0.5) return Array.from({ length: size }, () => this.value(depth - 1));
    return Object.fromEntries(
      Array.from({ length: size }, () => [this.name(), this.value(depth - 1)]),
    );
  }

  /** An object with the members given, some of them replaced, dropped or joined by others. */
  like(model: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const forged: Record<string, unknown> = { ...model };
    for (const name of Object.keys(model)) {
      const chance = this.next();
      if (chance < 0.2) forged[name] = this.value();
      else if (chance < 0.25) delete forged[name];
    }
    if (this.next() < 0.3) forged[this.name()] = this.value();
    return forged;
  }

  private bytes(): unknown {
    const size = Math.floor(this.next() * 64);
    const shared = new Uint8Array(new SharedArrayBuffer(size));
    return this.pick([new Uint8Array(size), new ArrayBuffer(size), new Int32Array(size), shared]);
  }

  private name(): string {
    return this.pick([
      "type",
      "id",
      "ms",
      "fd",
      "bytes",
      "args",
      "code",
      "run",
      "text",
      "events",
      "x",
    ]);
  }
}
