// Pages of an old build may still be open when a new worker takes over: what
// they need stays until the last of them is closed. Nothing is remembered here,
// since the browser ends a worker whenever it likes: the pages are asked.
import type { BuildQuestion } from "./messages";
import { isOfBuild, pagesCache, pagesCaches, pathOf } from "./names";
import { pruneLarge } from "./large";
import { site } from "./site-files";

declare const self: ServiceWorkerGlobalScope;

/** How long a page may take to say of which build it is, in ms. */
const patience = 1500;

/** Drops the shells that no open page is of. */
export async function tidy(): Promise<void> {
  const others = (await pagesCaches()).filter((name) => name !== pagesCache);
  const { installing, waiting } = self.registration;
  if (others.length === 0 || installing || waiting) return;
  const open = await Promise.all((await ownPages()).map(buildOf));
  if (open.includes(undefined)) return; // somebody does not answer: better to wait
  const unused = others.filter((name) => !open.some((build) => isOfBuild(name, build!)));
  for (const name of unused) await caches.delete(name);
  if (unused.length === others.length) await pruneLarge();
}

async function ownPages(): Promise<readonly Client[]> {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => pathOf(url) !== undefined);
}

/** A file of an old build for a page of that build, if that is who asks. */
export async function ofOlderBuild(url: string, clientId: string): Promise<Response | undefined> {
  const others = (await pagesCaches()).filter((name) => name !== pagesCache);
  if (others.length === 0) return undefined;
  const client = await self.clients.get(clientId);
  const build = client && (await buildOf(client));
  if (build === undefined || build === site.build) return undefined;
  const name = others.find((each) => isOfBuild(each, build));
  return name === undefined ? undefined : inCache(name, url);
}

/** A file whose name is its contents may come from any build. */
export async function ofAnyBuild(url: string): Promise<Response | undefined> {
  for (const name of await pagesCaches()) {
    const found = await inCache(name, url);
    if (found) return found;
  }
  return undefined;
}

async function inCache(name: string, url: string): Promise<Response | undefined> {
  return (await caches.open(name)).match(url, { ignoreSearch: true });
}

function buildOf(client: Client): Promise<string | undefined> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const end = (build?: string) => {
      clearTimeout(timer);
      port1.close();
      resolve(build);
    };
    const timer = setTimeout(end, patience);
    port1.onmessage = ({ data }) => end(typeof data === "string" ? data : undefined);
    client.postMessage({ type: "which-build" } satisfies BuildQuestion, [port2]);
  });
}
