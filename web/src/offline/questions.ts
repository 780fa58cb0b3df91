import { tidy } from "./builds";
import { keep, largeFile, removeLarge, status } from "./large";
import type { Answer, Fault, Question } from "./messages";
import { pathOf } from "./names";
import { mend } from "./shell";
import { site } from "./site-files";

declare const self: ServiceWorkerGlobalScope;

/** Answers what a page asks; what it names is looked up in our own lists. */
export async function answerQuestion(event: ExtendableMessageEvent): Promise<void> {
  const port = event.ports[0];
  const tell = (answer: Answer) => port?.postMessage(answer);
  try {
    tell({ ...(await act(event, tell)), done: true });
  } catch (failed) {
    tell({ failed: typeof failed === "string" ? (failed as Fault) : "unreachable" });
  }
}

async function act(event: ExtendableMessageEvent, tell: (answer: Answer) => void): Promise<Answer> {
  const question = event.data as Question;
  switch (question?.type) {
    case "visited":
      await visited(question, event);
      return {};
    case "status":
      return { files: await status() };
    case "keep":
      await keepOne(question.path, event, tell);
      return {};
    case "remove":
      await removeLarge();
      return {};
    case "take-over":
      void self.skipWaiting();
  }
  return {};
}

async function keepOne(path: string, event: ExtendableMessageEvent, tell: (a: Answer) => void) {
  const file = largeFile(path);
  const ending = new AbortController();
  const port = event.ports[0];
  if (port) port.onmessage = () => ending.abort();
  if (file) await keep(file, ending.signal, tell);
}

/** Keeps what a page has used before there was a worker, and what it needs to be of use. */
async function visited(
  { page, urls }: Extract<Question, { type: "visited" }>,
  event: ExtendableEvent,
): Promise<void> {
  await tidy();
  await mend(event).catch(() => {}); // no network, or a new build on the server
  const folder = String(page).replace(/^(ja|ko)\//, "");
  const used = Array.isArray(urls) ? urls.map((url) => pathOf(String(url))) : [];
  const never = new AbortController().signal;
  for (const path of new Set([...used, ...(site.needs[folder] ?? [])])) {
    const file = path === undefined ? undefined : largeFile(path);
    if (file) await keep(file, never, () => {});
  }
}
