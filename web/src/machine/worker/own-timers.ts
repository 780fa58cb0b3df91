/** The functions that make timers. Go keeps the name of each that is linked, for the words of a panic. */
const makers = { timer: "time.newTimer", sleep: "time.Sleep" };

/** Which timers a program can have by what is linked into it. */
export interface Linked {
  /** time.Sleep, whose goroutine says that it sleeps. */
  sleep: boolean;
  /** Those of which nothing can be seen from outside: time.After, time.AfterFunc, tickers. */
  timer: boolean;
}

/** Data stand before what a program takes for itself, and are no more than this. */
const mostData = 64 << 20;

/** Looks for them in a program's memory. */
export function timersLinked(memory: ArrayBufferLike): Linked {
  const bytes = new Uint8Array(memory, 0, Math.min(memory.byteLength, mostData));
  return { sleep: has(bytes, makers.sleep), timer: has(bytes, makers.timer) };
}

function has(bytes: Uint8Array, text: string): boolean {
  const sought = new TextEncoder().encode(text);
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
