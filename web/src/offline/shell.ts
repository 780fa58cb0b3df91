import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import type { SiteFile } from "./site-files";
import { integrityOf, isHashed, site } from "./site-files";
import { pagesCache, root } from "./names";

/**
 * The shell of this build in a cache of its own, so that a new build never
 * touches what pages of an old one use. Every file is checked by its digest;
 * one that is cut or altered fails the installation as a whole.
 */
export const shell = new PrecacheController({ cacheName: pagesCache });

shell.addToCacheList(
  site.shell.map((file) => ({
    url: urlOf(file.path),
    revision: isHashed(file.path) ? null : file.sha256,
    integrity: integrityOf(file),
  })),
);

const paths = new Set(site.shell.map((file) => file.path));

/** The shell's own path for what was asked for, if it is of the shell. */
export function shellPath(path: string): string | undefined {
  const tidy = path.replace(/(^|\/)index\.html$/, "$1");
  return paths.has(tidy) ? tidy : undefined;
}

export function urlOf(path: string): string {
  return new URL(path, root).href;
}

/** Answers from the shell; what was wiped comes from the network, if it is still the same there. */
export async function answer(path: string, event: ExtendableEvent): Promise<Response> {
  const url = urlOf(path);
  const cacheKey = shell.getCacheKeyForURL(url)!;
  const integrity = shell.getIntegrityForCacheKey(cacheKey);
  const request = new Request(url);
  return shell.strategy.handle({ request, event, params: { cacheKey, integrity } });
}

/** Fetches again what the browser has thrown away of the shell. */
export async function mend(event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(pagesCache);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const gone = (file: SiteFile) => !there.has(shell.getCacheKeyForURL(urlOf(file.path))!);
  for (const { path } of site.shell.filter(gone)) await answer(path, event);
}
