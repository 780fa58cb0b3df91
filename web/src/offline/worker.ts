/**
 * The site's one service worker: the site without a network, updated as a
 * whole, and cross-origin isolation on hosts that cannot set headers. It keeps
 * no decision in memory; the browser ends and starts it as it likes.
 */
import { makeRouter } from "./answers";
import { pagesCache, pagesCaches } from "./names";
import { answerQuestion } from "./questions";
import { shell } from "./shell";

declare const self: ServiceWorkerGlobalScope;

// No skipWaiting here: the new build waits until no page of the old one is
// open, or until the reader asks for it.
self.addEventListener("install", (event) => void shell.install(event));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(answerQuestion(event)));
makeRouter().addFetchListener();

/** The first worker takes the pages that are open, which had none; a later one leaves them as they are. */
async function activate(): Promise<void> {
  const first = (await pagesCaches()).every((name) => name === pagesCache);
  if (first) await self.clients.claim();
}
