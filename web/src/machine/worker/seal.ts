/**
 * Names that a program of Go needs none of. The frame's policy and its opaque
 * origin refuse the network and storage anyway; without the names there is no
 * refusal on the browser's console, no second worker beside the one that is
 * watched, and no channel to the kernel but the counted one.
 */
const unneeded = [
  "BroadcastChannel",
  "EventSource",
  "SharedWorker",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "caches",
  "close",
  "cookieStore",
  "fetch",
  "importScripts",
  "indexedDB",
  "navigator",
  "postMessage",
];

/** Takes the names away from this worker, for good. */
export function seal(): void {
  for (const name of unneeded) {
    for (let at: object | null = globalThis; at; at = Object.getPrototypeOf(at)) {
      Reflect.deleteProperty(at, name);
    }
    Object.defineProperty(globalThis, name, { value: undefined });
  }
}
