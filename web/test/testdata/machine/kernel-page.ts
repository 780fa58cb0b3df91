/** A page that is its own jail: the kernel runs here, and what it makes of workers, ports and memory is counted. */
import wasmExec from "goroot:wasm_exec.js";
import glue from "bundle:../../../src/machine/worker/main.ts";
import { Kernel } from "../../../src/machine/jail/kernel";
import { Workers } from "../../../src/machine/jail/workers";
import { toLimits } from "../../../src/machine/limits";
import type { JailMessage } from "../../../src/machine/protocol";

const workers = new Set<Worker>();
const memories: WeakRef<WebAssembly.Memory>[] = [];
let channels = 0;

globalThis.Worker = class extends Worker {
  constructor(url: string | URL) {
    super(url);
    workers.add(this);
  }
  override terminate(): void {
    workers.delete(this);
    super.terminate();
  }
};
globalThis.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    channels++;
  }
};
WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
  construct(real, [options]: [WebAssembly.MemoryDescriptor]) {
    const memory = new real(options);
    memories.push(new WeakRef(memory));
    return memory;
  },
});

const pool = new Workers(`${wasmExec}\n${glue}`);
const told: { hear(message: JailMessage): void } = { hear: () => {} };
const kernel = new Kernel(pool, (message) => told.hear(message));

/** What the kernel says next that the test waits for. */
function next<K extends JailMessage["type"]>(type: K): Promise<Extract<JailMessage, { type: K }>> {
  return new Promise((resolve) => {
    told.hear = (message) => {
      if (message.type === "unusable") throw new Error(message.reason);
      if (message.type === type) resolve(message as Extract<JailMessage, { type: K }>);
    };
  });
}

async function load(id: string): Promise<void> {
  const ready = next("ready");
  void kernel.open();
  await ready;
  const wasm = await (await fetch(`/programs/${id}.wasm`)).arrayBuffer();
  const loaded = next("loaded");
  kernel.hear({ type: "load", id, wasm });
  await loaded;
}

let runs = 0;

/** Runs a program so many times, and stops every fifth in the middle; gives how they ended, and how often. */
async function repeat(wasm: string, args: string[], times: number) {
  const endings: Record<string, number> = {};
  for (let i = 0; i < times; i++) {
    const run = ++runs;
    const done = next("done");
    const limits = toLimits({});
    const given = { args: [wasm, ...args], env: {}, stdin: new Uint8Array(0), files: {}, limits };
    const time = { clock: "real" as const, seed: "" };
    kernel.hear({ type: "run", run, wasm, ...given, ...time });
    if (run % 5 === 0) setTimeout(() => kernel.hear({ type: "stop", run }), run % 100);
    const { exitCode } = await done;
    endings[exitCode] = (endings[exitCode] ?? 0) + 1;
  }
  return endings;
}

/** Waits until all workers are spare ones again, and counts what there is. */
async function census() {
  for (let i = 0; i < 100 && (pool.spares < 4 || workers.size !== pool.spares); i++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  return { workers: workers.size, spares: pool.spares, channels };
}

Object.assign(globalThis, {
  load,
  repeat,
  census,
  shared: () => memories.filter((each) => each.deref()).length,
  made: () => memories.length,
});
