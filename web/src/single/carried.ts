// The files that stand in the document itself, as blocks of base64 over gzip.
// They are answered to whoever fetches them below the site's root; nothing
// else is fetched at all.

/** A carried file's text by its path below the root, or null. */
export type Carried = (path: string) => string | null;

/** A fetch that knows these files only; root is where the page believes its site to be. */
export function fetchFrom(root: URL, carried: Carried): typeof fetch {
  return async (input, init) => {
    init?.signal?.throwIfAborted();
    const request = input instanceof Request ? input : undefined;
    const path = below(root, request?.url ?? String(input));
    if (path === null) throw new TypeError("This file asks nothing of the network.");
    const text = carried(path);
    if (text === null) return new Response(null, { status: 404 });
    const head = (init?.method ?? request?.method) === "HEAD";
    const headers = { "Content-Type": typeOf(path) };
    return new Response(head ? null : unpacked(text), { headers });
  };
}

function below(root: URL, address: string): string | null {
  const { origin, pathname } = new URL(address, root);
  const within = origin === root.origin && pathname.startsWith(root.pathname);
  return within ? pathname.slice(root.pathname.length) : null;
}

function unpacked(text: string): ReadableStream {
  return new Blob([fromBase64(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

const typeOf = (path: string) => (path.endsWith(".wasm") ? "application/wasm" : "application/json");
