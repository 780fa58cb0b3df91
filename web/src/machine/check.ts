/**
 * Checks for values that crossed a border (frame to page, worker to frame).
 * Everything that arrives there may be forged, so nothing is used before one
 * of these has said what it is. Structured clones have no getters: what was
 * checked stays as it was.
 */
export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(v: unknown): v is Fields {
  return typeof v === "object" && v !== null && !Array.isArray(v);
}

/** A string of at most max UTF-16 units. */
export function isText(v: unknown, max: number): v is string {
  return typeof v === "string" && v.length <= max;
}

/** A whole number from min to max, both included. */
export function isWhole(v: unknown, min: number, max: number): v is number {
  return Number.isSafeInteger(v) && (v as number) >= min && (v as number) <= max;
}

/** Milliseconds since some start: finite and not negative. */
export function isMs(v: unknown): v is number {
  return typeof v === "number" && Number.isFinite(v) && v >= 0;
}

/** Bytes that nobody else can change: not backed by shared memory. */
export function isBytes(v: unknown): v is Uint8Array<ArrayBuffer> {
  return v instanceof Uint8Array && v.buffer instanceof ArrayBuffer;
}
