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

/** A small memory, to try sharing with or to hold a run by; undefined where there is none. */
export function smallShared(): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  } catch {
    return undefined;
  }
}
