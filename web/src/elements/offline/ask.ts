import type { Answer, Question } from "../../offline/messages";

interface Options {
  /** Calls a question off; the worker then answers that it was. */
  signal?: AbortSignal;
  /** Told of answers on the way. */
  heard?: (answer: Answer) => void;
}

/** Asks the worker and gives its last answer. */
export function ask(
  worker: ServiceWorker,
  question: Question,
  { signal, heard }: Options = {},
): Promise<Answer> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (!data.done && !data.failed) return heard?.(data);
      port1.close();
      resolve(data);
    };
    signal?.addEventListener("abort", () => {
      port1.postMessage({ cancel: true });
      resolve({ failed: "cancelled" }); // a worker that has died answers nothing
    });
    worker.postMessage(question, [port2]);
  });
}
