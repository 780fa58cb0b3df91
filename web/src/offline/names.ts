// The names of our caches. Sites below other paths share the origin's storage,
// so each name carries the path; a space cannot stand in one.
import { site } from "./site-files";

declare const self: ServiceWorkerGlobalScope;

/** The folder of this worker's script: the site's root. */
export const root = new URL("./", self.location.href);

const pagesPrefix = `ahiru-pages ${root.pathname} `;

/** The shell of this build. */
export const pagesCache = `${pagesPrefix}${site.build}-${site.digest}`;

/** Large files of all builds: each is believed by its digest. */
export const filesCache = `ahiru-files ${root.pathname}`;

/** The caches of all builds whose shell is here. */
export async function pagesCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(pagesPrefix));
}

export function isOfBuild(cacheName: string, build: string): boolean {
  return cacheName.startsWith(`${pagesPrefix}${build}-`);
}

/** An address below the site's root as a path; undefined elsewhere. */
export function pathOf(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  return pathname.slice(root.pathname.length);
}
