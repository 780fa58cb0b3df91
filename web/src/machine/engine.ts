// Runs our own Go (a .wasm made from wasm/cmd) in a worker of this page. Code
// of readers never comes here: it runs in the jail.
//
// The contract with wasm/bridge, in the same words at the head of its doc.go;
// a test compares them.
//
// CONTRACT
// The worker defines globalThis.ahiruEngine, an object, before it starts the program.
// The program calls ahiruEngine.serve(names, call) once: names is a JSON array of strings, sorted.
// call(name, argument, files, tell) takes two strings, the second is JSON, and returns a Promise of a JSON string.
// files, an array of Uint8Array, holds bytes that JSON would swell; tell(json) hears of progress while the call runs. Both may be undefined.
// The Promise is rejected with an Error whose message is one sentence: an unknown name, an error, a panic.
// A panic ends the call, not the program: the next call is answered.
// Calls may overlap; each runs in a goroutine of its own. One gesture of a reader is one call.
// A call is cancelled by ending the worker: the page then starts a new one.
// END

import wasmExec from "goroot:wasm_exec.js";
import workerText from "bundle:./engine-worker.ts";
import { Engine } from "./engine-client";
import { download, type Progress } from "./engine-download";
import { startWorker } from "./engine-start";

export { Engine } from "./engine-client";
export { download, type Progress } from "./engine-download";

export interface EngineOptions {
  /** Called while the program is fetched. */
  onProgress?: (progress: Progress) => void;
  /** Gives the start up; the promise is then rejected. */
  signal?: AbortSignal;
}

/**
 * Fetches a program and starts it. Rejects with an Error whose message is a
 * sentence: it could not be fetched, it is no program, the browser starts no
 * worker. After a rejection nothing is left running.
 */
export async function startEngine(url: string | URL, options: EngineOptions = {}): Promise<Engine> {
  return startEngineOf(await download(url, options), options.signal);
}

/** The same for a program whose bytes are there; they are transferred. */
export async function startEngineOf(wasm: ArrayBuffer, signal?: AbortSignal): Promise<Engine> {
  const worker = await startWorker(`${wasmExec}\n${workerText}`);
  const engine = new Engine(worker);
  const giveUp = () => engine.terminate("The start was given up.");
  signal?.addEventListener("abort", giveUp, { once: true });
  if (signal?.aborted) giveUp();
  try {
    await engine.start(wasm);
  } catch (error) {
    engine.terminate();
    throw error;
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
  return engine;
}
