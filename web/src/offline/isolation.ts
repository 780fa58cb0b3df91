/**
 * The four headers of server/headers.go, for hosts that cannot set them. They
 * stand together: the first two isolate a page on top, the last one a frame.
 */
const headers: readonly (readonly [string, string])[] = [
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Embedder-Policy", "require-corp"],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
  ["Document-Isolation-Policy", "isolate-and-require-corp"],
];

/**
 * The answer with these headers. One that has them already goes on as it is;
 * one that shows nothing of itself (a redirect of a page, an error) does too.
 */
export function isolated(response: Response): Response {
  const { status, statusText } = response;
  const there = headers.every(([name, value]) => response.headers.get(name) === value);
  if (there || status === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of headers) all.set(name, value);
  return new Response(response.body, { status, statusText, headers: all });
}
