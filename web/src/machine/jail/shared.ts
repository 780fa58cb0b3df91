/** What the threads of a run share, at most and at once: it costs only what is used. */
const pages = 1024; // 64 MiB

/** Memory for the threads of one run; undefined where the browser has no room for it. */
export function newShared(): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  } catch {
    return undefined;
  }
}

/** Where package shm counts the threads that wait without a timeout: the third word. */
const stuckWord = 2;

/** How many threads wait without a timeout, as the program says: it may have written anything there. */
export function stuckThreads(shared: WebAssembly.Memory | undefined, most: number): number {
  const count = shared ? new Int32Array(shared.buffer)[stuckWord]! : 0;
  return count > 0 && count <= most ? count : 0;
}

/** By which package shm knows that nobody will ever wake who waits without a timeout: the fourth word. */
export const overWord = 3;

/** A small memory, to try sharing with or to hold a run by; undefined where there is none. */
export function smallShared(): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  } catch {
    return undefined;
  }
}
