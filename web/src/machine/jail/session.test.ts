import { expect, test } from "vitest";
import { Hostile } from "../hostile-values";
import { toLimits } from "../limits";
import type { Ending, RunEvent } from "../protocol";
import { kernelWindow } from "../worker-protocol";
import type { KernelMessage, WorkerMessage } from "../worker-protocol";
import { Session } from "./session";
import type { WarmWorker } from "./workers";

/** A session whose worker is a test that says what it likes. */
async function rig(limits = {}) {
  const events: RunEvent[] = [];
  const endings: Ending[] = [];
  const told: KernelMessage[] = [];
  let hear: (data: unknown) => void = () => {};
  let crash: (words: string) => void = () => {};
  let terminated = 0;
  const worker = {
    post: (message: KernelMessage) => told.push(message),
    listen: (listener: typeof hear) => (hear = listener),
    watch: (listener: typeof crash) => (crash = listener),
    terminate: () => terminated++,
  } as unknown as WarmWorker;
  const session = new Session(
    {
      type: "run",
      run: 1,
      wasm: "x",
      args: ["x"],
      env: {},
      stdin: new Uint8Array(0),
      files: {},
      limits: toLimits(limits),
      clock: "real",
      seed: "",
    },
    { events: (e) => events.push(...e), paused: () => {}, done: (e) => endings.push(e) },
  );
  const program = { module: {} as WebAssembly.Module, bytes: new ArrayBuffer(0), shares: false };
  const host = { take: () => Promise.resolve(worker), sharing: false, caps: () => ({}) };
  await session.start(program, host);
  const text = (stream: string) =>
    events.map((e) => (e.type === "output" && e.stream === stream ? e.text : "")).join("");
  const say = (message: WorkerMessage) => hear(message);
  return {
    session,
    hear: (v: unknown) => hear(v),
    say,
    crash: (words: string) => crash(words),
    told,
    endings,
    text,
    ended: () => terminated,
  };
}

const print = (text: string, ms = 0): WorkerMessage => ({
  type: "write",
  fd: 1,
  bytes: new TextEncoder().encode(text),
  ms,
});

const turn = () => new Promise<void>((done) => setTimeout(done, 5));

test("a program runs to its end, once", async () => {
  const { say, told, endings, text, ended } = await rig();
  expect(told[0]).toMatchObject({ type: "start", args: ["x"], cwd: "/home" });
  say({ type: "started", at: performance.now() });
  say(print("hello\n"));
  say({ type: "exit", code: 3, ms: 0 });
  say({ type: "exit", code: 4, ms: 0 });
  say(print("late"));
  expect(endings).toEqual([{ exitCode: 3, wallMs: 0, clockMs: 0, reason: null }]);
  expect(text("stdout")).toBe("hello\n");
  expect(ended()).toBe(1);
});

test("what was printed before Stop arrives, though it was heard after", async () => {
  const { session, say, endings, text } = await rig();
  say({ type: "started", at: performance.now() });
  session.stop("stop");
  say(print("on its way\n"));
  await turn();
  expect(endings).toMatchObject([{ exitCode: 137, reason: "stop" }]);
  expect(text("stdout")).toBe("on its way\n");
  expect(text("stderr")).toMatch(/^Stopped: .*\n$/);
});

test("the wall time ends a run", async () => {
  const { say, endings, text } = await rig({ wallMs: 20 });
  say({ type: "started", at: performance.now() });
  await new Promise((done) => setTimeout(done, 60));
  expect(endings).toMatchObject([{ exitCode: 137, reason: "time" }]);
  expect(text("stderr")).toContain("0.02 s");
});

test("a worker that floods is ended", async () => {
  const { hear, endings, ended } = await rig();
  for (let i = 0; i <= kernelWindow; i++) hear({ type: "nonsense" });
  expect(endings).toMatchObject([{ exitCode: 137, reason: "messages" }]);
  expect(ended()).toBe(1);
});

test("calls are answered, and told of what changed", async () => {
  const { say, told } = await rig();
  say({ type: "call", id: 5, name: "mkdir", args: ["/tmp/x", 0o755], ms: 0 });
  await turn();
  say({ type: "call", id: 6, name: "rmdir", args: ["/"], ms: 0 });
  await turn();
  expect(told.slice(1)).toEqual([
    { type: "reply", id: 5, value: null, changes: [["/tmp/x", "d"]], now: 0 },
    { type: "reply", id: 6, error: "EBUSY", changes: [], now: 0 },
  ]);
});

test("a claimed time is never in the future and never goes back", async () => {
  const { hear, say, endings } = await rig();
  say({ type: "started", at: performance.now() });
  for (const ms of [1e9, 0, 5, -1, NaN]) hear({ ...print("x"), ms });
  say({ type: "exit", code: 0, ms: 1e12 });
  expect(endings[0]!.wallMs).toBeLessThan(1000);
});

test("forged messages break nothing", async () => {
  const hostile = new Hostile(4);
  const models = [
    print("x"),
    { type: "started", at: performance.now() },
    { type: "call", id: 1, name: "stat", args: ["/"], ms: 1 },
  ];
  const { hear, say, endings, text } = await rig();
  for (let i = 0; i < 5000; i++) {
    const forged = hostile.like(hostile.pick<object>(models) as Record<string, unknown>);
    hear(hostile.next() < 0.3 ? hostile.value() : forged);
    if (i % 500 === 0) await turn();
  }
  expect(endings).toEqual([]);
  say(print("\nstill here\n"));
  say({ type: "exit", code: 0, ms: 1 });
  await turn();
  expect(endings).toMatchObject([{ exitCode: 0 }]);
  expect(text("stdout")).toContain("\nstill here\n");
});

test("a worker that crashes ends the run, after what it printed", async () => {
  const { crash, say, endings, text } = await rig();
  crash("Uncaught TypeError: x");
  say(print("before\n"));
  await turn();
  expect(endings).toMatchObject([{ exitCode: 2, reason: null }]);
  expect(text("stdout")).toBe("before\n");
  expect(text("stderr")).toContain("Uncaught TypeError");
});

test("exit codes are what a shell would see", async () => {
  const { say, endings } = await rig();
  say({ type: "exit", code: -1, ms: 0 });
  expect(endings[0]!.exitCode).toBe(255);
});

test("what could not be started says why", async () => {
  const { say, endings, text } = await rig();
  say({ type: "fault", fault: "arguments", words: "its arguments take 9000 bytes.", ms: 0 });
  expect(endings).toEqual([{ exitCode: 2, wallMs: 0, clockMs: 0, reason: null }]);
  expect(text("stderr")).toBe("The program was not started: its arguments take 9000 bytes.\n");
});
