/**
 * The script of a worker, behind wasm_exec.js: it waits warm for one program,
 * gives it the system that Go expects under globalThis, and runs it.
 */
import type { KernelMessage, StartMessage } from "../worker-protocol";
import { Callbacks } from "./callbacks";
import { Channel } from "./channel";
import { makeFs } from "./fs";
import { Program } from "./go";
import { makePath, makeProcess } from "./process";
import { seal } from "./seal";
import { Surroundings } from "./surroundings";
import { System } from "./system";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const post = scope.postMessage.bind(scope);
let begun = 0;
const now = () => performance.now() - begun;
const channel = new Channel((message, transfer) => post(message, transfer), now);
const callbacks = new Callbacks();
const place = new Surroundings();
const system = new System(channel, callbacks, place, now);

async function start(message: StartMessage): Promise<void> {
  const { module, entries, cwd, pid, env } = message;
  place.apply(entries);
  place.cwd = cwd;
  Object.assign(globalThis, {
    fs: makeFs(system, place, env.AHIRU_TRACE),
    process: makeProcess(pid, place),
    path: makePath(place),
  });
  const compiled =
    module instanceof WebAssembly.Module ? module : await WebAssembly.compile(module);
  begun = performance.now();
  new Program(message, channel, now, callbacks).run(compiled);
}

function fail(err: unknown): void {
  channel.end({ type: "fault", fault: "start", words: String(err).slice(0, 500), ms: 0 });
}

scope.onmessage = (event: MessageEvent<KernelMessage>) => {
  const message = event.data;
  switch (message.type) {
    case "start":
      return void start(message).catch(fail);
    case "ack":
      return channel.read(message.received);
    case "reply":
      return system.reply(message);
  }
};
scope.onmessageerror = () => post({ type: "unreadable" });

seal();
post({ type: "warm" });
