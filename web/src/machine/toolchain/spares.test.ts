import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Deferred } from "../deferred";
import type { Machine } from "../machine";
import type { ToolOptions, ToolResult } from "../tools";
import type { Plan } from "./planner";
import { Spares } from "./spares";
import type { FileBytes } from "./work";

vi.mock("../engine", () => ({})); // a worker, which is not asked here

const made = new Uint8Array(1);
const result = (exitCode: number) => ({ exitCode, made }) as unknown as ToolResult;

/** A tool that parks at once, and ends when it has been woken or stopped. */
class FakeTool {
  readonly done = new Deferred<ToolResult>();
  woken = false;
  stopped = false;
  constructor(
    readonly options: ToolOptions,
    private readonly status: () => number,
  ) {}

  readonly parked = Promise.resolve();
  readonly run = {
    parked: this.parked,
    done: this.done.promise,
    wake: () => {
      this.woken = true;
      this.done.resolve(result(this.status()));
    },
    stop: () => {
      this.stopped = true;
      this.done.resolve(result(137));
    },
  };
}

class FakeMachine {
  tools: FakeTool[] = [];
  busy = false;
  status = 0;
  eve: () => void = () => {};
  tool(options: ToolOptions) {
    const tool = new FakeTool(options, () => this.status);
    this.tools.push(tool);
    return tool.run;
  }
  beforeRun(listener: () => void) {
    this.eve = listener;
    return () => (this.eve = () => {});
  }
  get standing() {
    return this.tools.filter(({ woken, stopped }) => !woken && !stopped);
  }
  get rehearsed() {
    return this.tools.filter(({ woken }) => woken).length / 2;
  }
}

function planOf(...packages: string[]): Plan {
  const args = ["-importcfg", "cfg"];
  const compile = { tool: "compile" as const, args, reads: ["/pack/a.x"], makes: "a.a" };
  const link = { tool: "link" as const, args, reads: ["/pack/a.o"], makes: "a.wasm" };
  return { files: {}, steps: [compile, link], packages };
}

const files: FileBytes = { cfg: made };
let machine: FakeMachine;
let spares: Spares;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("document", Object.assign(new EventTarget(), { hidden: false }));
  machine = new FakeMachine();
  spares = new Spares(machine as unknown as Machine, true);
});

afterEach(() => {
  spares.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const rest = () => vi.advanceTimersByTimeAsync(1000);

test("one compiler and one linker stand ready, and six builds are rehearsed", async () => {
  spares.learn(planOf("a"), files);
  spares.prepare(planOf("a"), files);
  await rest();
  expect(machine.standing.map(({ options }) => options.wasm)).toEqual([
    "toolchain/compile",
    "toolchain/link",
  ]);
  expect(machine.rehearsed).toBe(5); // the build itself was one
});

test("a program with other packages is rehearsed a little more", async () => {
  for (const packages of [["a"], ["a"], ["a", "b"]]) {
    spares.learn(planOf(...packages), files);
    spares.prepare(planOf(...packages), files);
    await rest();
  }
  expect(machine.rehearsed).toBe(7);
});

test("what is not built yet is rehearsed too, what does not build is not", async () => {
  machine.status = 1;
  spares.suppose(planOf("a"), files);
  await rest();
  expect(machine.tools.filter(({ woken }) => woken)).toHaveLength(1);
  machine.status = 0;
  spares.begin();
  spares.prepare(planOf("a"), files);
  await rest();
  expect(machine.rehearsed).toBeGreaterThan(5);
});

test("nothing is started or rehearsed while a program runs", async () => {
  spares.learn(planOf("a"), files);
  spares.prepare(planOf("a"), files);
  machine.eve();
  machine.busy = true;
  await rest();
  expect(machine.tools).toHaveLength(0);
  machine.busy = false;
  await rest();
  expect(machine.standing).toHaveLength(2);
});

test("when a tool had too little memory, none stands until the next build", async () => {
  spares.learn(planOf("a"), files);
  spares.prepare(planOf("a"), files);
  await rest();
  spares.begin();
  spares.short();
  spares.prepare(planOf("a"), files);
  await rest();
  expect(machine.standing).toHaveLength(0);
  spares.begin();
  spares.prepare(planOf("a"), files);
  await rest();
  expect(machine.standing).toHaveLength(2);
});
