import { Router } from "workbox-routing/Router.js";
import { Route } from "workbox-routing/Route.js";
import { isolated } from "./isolation";
import { answerLarge, largeFile } from "./large";
import { ofAnyBuild, ofOlderBuild } from "./builds";
import { pathOf } from "./names";
import { answer, shellPath } from "./shell";
import { isHashed } from "./site-files";

/** The toolchain's pack keeps itself (machine/toolchain/keep.ts): not twice. */
const keptElsewhere = /^(assets\/)?toolchain\//;

/** A page of programs asks whether it is there, since it may still be in the making. */
const packIndex = "toolchain/index.json";

/** Which requests are answered, and how. All others go to the network as if nobody stood here. */
export function makeRouter(): Router {
  const router = new Router();
  const path = (url: URL) => pathOf(url.href);
  router.registerRoute(
    new Route(
      ({ url, request }) => request.mode === "navigate" && path(url) !== undefined,
      async ({ url, request, event }) => isolated(await page(path(url)!, request, event)),
    ),
  );
  router.registerRoute(
    new Route(
      ({ url, request }) =>
        request.mode !== "navigate" &&
        path(url) !== undefined &&
        !keptElsewhere.test(path(url)!) &&
        !request.headers.has("range"),
      async ({ url, request, event }) => isolated(await file(path(url)!, request, event)),
    ),
  );
  router.registerRoute(
    new Route(
      ({ url }) => path(url) === packIndex,
      ({ request }) => fetch(request).catch(unknown),
      "HEAD",
    ),
  );
  return router;
}

/** Without a network nobody knows: the browser would log a failure for what is none. */
const unknown = () => new Response(null, { status: 204 });

/** A page comes from the same build as its scripts; one that is not of the shell from the network. */
async function page(path: string, request: Request, event: ExtendableEvent): Promise<Response> {
  const known = shellPath(path);
  if (known !== undefined) {
    const found = await answer(known, event).catch(() => undefined);
    return found ?? fetch(request);
  }
  if (shellPath(`${path}/`) === undefined) return fetch(request);
  const url = new URL(request.url);
  return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 302);
}

async function file(path: string, request: Request, event: ExtendableEvent): Promise<Response> {
  const { clientId } = event as FetchEvent;
  if (!isHashed(path)) {
    const older = await ofOlderBuild(request.url, clientId);
    if (older) return older;
  }
  const large = largeFile(path);
  if (large) return answerLarge(large, event);
  const known = shellPath(path);
  const kept = known === undefined ? undefined : await answer(known, event).catch(() => undefined);
  if (kept) return kept;
  return (isHashed(path) ? await ofAnyBuild(request.url) : undefined) ?? fromNetwork(request);
}

/** Hosts that answer every address with a page must not answer a script with one. */
async function fromNetwork(request: Request): Promise<Response> {
  const response = await fetch(request);
  const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
  return isPage && response.ok && request.destination !== "" ? Response.error() : response;
}
