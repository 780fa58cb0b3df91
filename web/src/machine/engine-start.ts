// Starting a worker from a text.

import type { FromWorker } from "./engine-messages";

/**
 * Starts a worker whose first message is {type: "up"}. A blob's address works
 * everywhere but in WebKit under isolation with an opaque origin (an embed in
 * a sandboxed frame); a data: address works there.
 */
export async function startWorker(text: string): Promise<Worker> {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return await up(address);
  } catch {
    return await up(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function up(address: string): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === "up") resolve(worker);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error("This browser did not start a worker, which the program needs."));
    };
  });
}
