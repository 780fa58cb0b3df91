/**
 * The script of a worker, behind wasm_exec.js: it agrees with the kernel on the
 * time, waits warm for one program, gives it the system that Go expects under
 * globalThis, and runs it.
 */
import { sharedMark } from "../worker-protocol";
import type { KernelMessage, StartMessage, WorkerMessage } from "../worker-protocol";
import { Callbacks } from "./callbacks";
import { Channel } from "./channel";
import { Clock, Handshake } from "./clock";
import { makeFs } from "./fs";
import { Program } from "./go";
import { Mounts } from "./mounts";
import { makePath, makeProcess } from "./process";
import { seal } from "./seal";
import { Surroundings } from "./surroundings";
import { System } from "./system";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const post = scope.postMessage.bind(scope) as (m: WorkerMessage, t?: Transferable[]) => void;
const clock = new Clock();
const now = () => clock.now();
const channel = new Channel(post, () => performance.now(), now);
const callbacks = new Callbacks();
const place = new Surroundings();
const system = new System(channel, callbacks, place, now);
const handshake = new Handshake(
  () => post({ type: "tick" }),
  (agreement) => {
    clock.agree(agreement);
    warm = true;
    post({ type: "warm" });
  },
);
let program: Program | undefined;
let warm = false;

async function start(message: StartMessage): Promise<void> {
  const { module, entries, cwd, env, piped } = message;
  const mounts = new Mounts(message.mounts ?? []);
  place.apply(entries);
  place.cwd = cwd;
  Object.assign(globalThis, {
    fs: makeFs(system, place, { tracePath: env.AHIRU_TRACE, piped, mounts }),
    process: makeProcess(message, place, (to) => system.call("chdir", [to], () => {})),
    path: makePath(place),
  });
  const compiled =
    module instanceof WebAssembly.Module ? module : await WebAssembly.compile(module);
  program = new Program(message, channel, clock, callbacks);
  system.untraced = () => program?.untraced ?? false;
  program.run(compiled);
}

scope.onmessage = (event: MessageEvent<KernelMessage>) => {
  const message = event.data;
  switch (message.type) {
    case "tock":
      if (message.memory) new Int32Array(message.memory.buffer)[0] = sharedMark;
      return handshake.tock(message);
    case "start":
      return void start(message);
    case "deadlock":
      return program?.deadlock();
    case "advance":
      return program?.advance(message.now);
    case "hold":
      return program?.hold();
    case "untrace":
      return program?.untrace();
    case "ack":
      return channel.read(message.received);
    case "reply":
      clock.advance(message.now);
      return system.reply(message);
  }
};
// Before the start it is memory that could not be read, after it a module.
scope.onmessageerror = () => (warm ? post({ type: "unreadable" }) : handshake.tick());

seal();
handshake.tick();
