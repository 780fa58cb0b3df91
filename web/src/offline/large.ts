import type { Answer, Fault, LargeFile } from "./messages";
import type { SiteFile } from "./site-files";
import { integrityOf, site } from "./site-files";
import { filesCache, pagesCache } from "./names";
import { urlOf } from "./shell";

const files = new Map(site.large.map((file) => [file.path, file]));

export const largeFile = (path: string): SiteFile | undefined => files.get(path);

/** Names of these files may stay while their contents change, so the digest is in the key. */
const keyOf = (file: SiteFile) => `${urlOf(file.path)}?${encodeURIComponent(file.sha256)}`;

/** From what is kept, otherwise from the network, and kept if it is what it should be. */
export async function answerLarge(file: SiteFile, event: ExtendableEvent): Promise<Response> {
  const kept = await find(file);
  if (kept) return kept;
  const response = await fetchWhole(file);
  // The site may have been built anew since: then this is for the page to judge.
  if (!response) return fetch(urlOf(file.path));
  const copy = response.clone();
  event.waitUntil(put(file, copy).catch(() => {}));
  return response;
}

/** Keeps a file; what goes wrong is told as a Fault. */
export async function keep(
  file: SiteFile,
  signal: AbortSignal,
  tell: (answer: Answer) => void,
): Promise<void> {
  if (await find(file)) return;
  const response = await fetchWhole(file, signal);
  if (!response) throw signal.aborted ? "cancelled" : await whyNot(file, signal);
  tell({ received: carried(file, codingOf(response)) });
  await put(file, response).catch(() => {
    throw (signal.aborted ? "cancelled" : "full") satisfies Fault;
  });
}

/** The file with the right digest, past what the browser has cached of it if need be. */
async function fetchWhole(file: SiteFile, signal?: AbortSignal): Promise<Response | undefined> {
  for (const cache of ["default", "reload"] as const) {
    const init = { integrity: integrityOf(file), cache, signal: signal ?? null };
    const response = await fetch(urlOf(file.path), init).catch(() => undefined);
    if (response?.ok) return response;
    if (response || signal?.aborted) break;
  }
  return undefined;
}

/** The digest is checked at the end of a fetch, and the browser does not tell why one failed. */
async function whyNot(file: SiteFile, signal: AbortSignal): Promise<Fault> {
  const init: RequestInit = { method: "HEAD", cache: "no-store", signal };
  const there = await fetch(urlOf(file.path), init).catch(() => null);
  return there?.ok ? "damaged" : "unreachable";
}

export async function status(): Promise<LargeFile[]> {
  const coding = await codingHere();
  const cache = await caches.open(filesCache);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  return site.large.map((file) => ({
    path: file.path,
    carried: carried(file, coding),
    kept: there.has(keyOf(file)),
  }));
}

export async function removeLarge(): Promise<void> {
  await caches.delete(filesCache);
}

/** Drops what this build does not know. */
export async function pruneLarge(): Promise<void> {
  const named = new Set(site.large.map(keyOf));
  const cache = await caches.open(filesCache);
  for (const request of await cache.keys())
    if (!named.has(request.url)) await cache.delete(request);
}

async function find(file: SiteFile): Promise<Response | undefined> {
  return (await caches.open(filesCache)).match(keyOf(file));
}

async function put(file: SiteFile, response: Response): Promise<void> {
  await (await caches.open(filesCache)).put(keyOf(file), response);
}

function carried(file: SiteFile, coding: string | null): number {
  if (coding === "gzip") return file.gzip;
  return coding ? file.brotli : file.bytes; // zstd comes out about as small
}

const codingOf = (response: Response | undefined) =>
  response?.headers.get("content-encoding") ?? null;

/** How this host compresses, as seen when the shell was fetched. */
async function codingHere(): Promise<string | null> {
  const cache = await caches.open(pagesCache);
  const [first] = await cache.keys();
  return codingOf(first && (await cache.match(first)));
}
