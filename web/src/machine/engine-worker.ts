// The inside of an engine's worker. wasm_exec.js stands before this text.

import type { FromWorker, ToWorker } from "./engine-messages";

interface GoProgram {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}
declare const Go: new () => GoProgram;

type Call = (
  name: string,
  argument: string,
  files: Uint8Array[] | undefined,
  tell: (json: string) => void,
) => Promise<string>;

const scope = self as unknown as DedicatedWorkerGlobalScope & { ahiruEngine: object };
const send = (message: FromWorker) => scope.postMessage(message);
const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

let call: Call | undefined;

scope.ahiruEngine = {
  serve(names: string, given: Call) {
    call = given;
    send({ type: "ready", names: JSON.parse(names) as string[] });
  },
};

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "start") void start(data.wasm);
  else void answer(data);
};

async function start(wasm: ArrayBuffer) {
  try {
    const go = new Go();
    const { instance } = await WebAssembly.instantiate(wasm, go.importObject);
    await go.run(instance);
    send({ type: "ended", message: "The program has ended; the console may say why." });
  } catch (error) {
    send({ type: "ended", message: `The program could not run: ${words(error)}.` });
  }
}

async function answer({ id, name, argument, files }: ToWorker & { type: "call" }) {
  try {
    if (!call) throw new Error("The program is not ready yet.");
    const tell = (json: string) => send({ type: "told", id, json });
    send({ type: "answer", id, json: await call(name, argument, files, tell) });
  } catch (error) {
    send({ type: "refusal", id, message: words(error) });
  }
}

send({ type: "up" });
