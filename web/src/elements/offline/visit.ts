import type { BuildQuestion } from "../../offline/messages";
import { ask } from "./ask";
import { container, register } from "./container";
import { whenQuiet } from "./quiet";
import { siteRoot } from "./site-root";

let registered: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** The page's registration, made at once where it is not made yet. */
export function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return (registered ??= register());
}

/** Registers the worker when the page is quiet and tells it what this page uses. */
export async function visit(build: string): Promise<ServiceWorkerRegistration | undefined> {
  answerBuild(build);
  await whenQuiet();
  const found = await registration();
  if (found?.active) await ask(found.active, { type: "visited", page: here(), urls: used() });
  return found;
}

/** Tells a worker that asks of which build this page is. */
function answerBuild(build: string): void {
  const workers = container();
  workers?.addEventListener("message", ({ data, ports }) => {
    if ((data as BuildQuestion)?.type === "which-build") ports[0]?.postMessage(build);
  });
  workers?.startMessages();
}

/** The page's folder below the site's root. */
function here(): string {
  const folder = new URL("./", location.href).pathname;
  return folder.slice(siteRoot().pathname.length);
}

function used(): string[] {
  return performance.getEntriesByType("resource").map(({ name }) => name);
}
