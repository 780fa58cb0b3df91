import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeRunner, fakeWasm } from "./fake-lesson";
import { limitsOf } from "./limits";
import { LoadError } from "./loader";
import { Program } from "./program";
import { SharedRunner } from "./shared-runner";
import { Session, type Result } from "./session";

const words = { alreadyRunning: "It runs already.", stoppedBeforeStart: "Stopped before." };
const url = new URL("https://example.org/assets/threads.wasm");

let runner: FakeRunner;
let machine: SharedRunner;
let program: Program;
let session: Session;
let said: string[];
let results: Result[];

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(fakeWasm)),
  );
  runner = new FakeRunner();
  said = [];
  results = [];
  machine = new SharedRunner(async () => runner);
  program = new Program("threads", url, fakeWasm.length, machine);
  const watcher = {
    changed: () => {},
    began: () => (said = []),
    output: (e: { text: string }) => said.push(e.text),
    done: (result: Result) => results.push(result),
  };
  session = new Session(watcher, () => words);
});

afterEach(() => vi.unstubAllGlobals());

const start = (args: string[]) => session.run(program, async () => ({ args }));
const running = () => vi.waitFor(() => expect(session.state.kind).toBe("running"));

test("a run streams, measures and ends with its result", async () => {
  const run = start(["-n=20"]);
  await running();
  runner.say({ stream: "stdout", text: "hello\n", ms: 1 });
  runner.measure("sequential", 1);
  runner.measure("sequential", 2);
  const route = { drawing: "route", of: "a", places: [] } as const;
  runner.draw({ ...route, places: [] });
  runner.end({ stdout: "hello\n" });
  const result = await run;
  expect(result).toEqual({ exitCode: 0, stdout: "hello\n", stderr: "", wallMs: 5, stopped: false });
  expect([runner.args, said, results]).toEqual([[["-n=20"]], ["hello\n"], [result]]);
  expect(session.figures.map(({ value }) => value)).toEqual([2]);
  expect(session.drawings).toEqual([route]);
  expect(session.state).toEqual({ kind: "ended", result, byReader: false });
  const next = start([]);
  expect(session.drawings).toEqual([]);
  await running();
  runner.end();
  await next;
});

test("a second run rejects while the first goes on, and does not disturb it", async () => {
  const first = start([]);
  await expect(start([])).rejects.toThrow(words.alreadyRunning);
  await running();
  await expect(start([])).rejects.toThrow(words.alreadyRunning);
  runner.end();
  expect((await first).exitCode).toBe(0);
});

test("the program is fetched and loaded once for all runs", async () => {
  for (let i = 0; i < 3; i++) {
    const run = start([]);
    await running();
    runner.end();
    await run;
  }
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(runner.loaded).toEqual(["threads"]);
});

describe("stop", () => {
  test("ends a run", async () => {
    const run = start([]);
    await running();
    session.stop();
    expect(await run).toMatchObject({ exitCode: 137, stopped: true });
    expect(session.state).toMatchObject({ kind: "ended", byReader: true });
  });

  test("ends one that still loads", async () => {
    vi.stubGlobal("fetch", () => new Promise(() => {}));
    const run = start([]);
    session.stop();
    expect(await run).toMatchObject({ exitCode: 137, stopped: true, stderr: "Stopped before.\n" });
    expect(session.busy).toBe(false);
  });

  test("does nothing when idle, and the next run is its own", async () => {
    session.stop();
    expect(session.state).toEqual({ kind: "ready" });
    const run = start([]);
    await running();
    runner.end({ exitCode: 137, stopped: true });
    await run;
    expect(session.state).toMatchObject({ byReader: false });
  });
});

test("what cannot be loaded rejects, and can be tried again", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response("", { status: 404 })),
  );
  await expect(start([])).rejects.toBeInstanceOf(LoadError);
  expect(session.state.kind).toBe("failed");
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(fakeWasm)),
  );
  const run = start([]);
  await running();
  runner.end();
  expect((await run).exitCode).toBe(0);
});

test("a machine that does not come up is thrown away, the next one is tried", async () => {
  runner.fault = new Error("The jail did not answer.");
  await expect(start([])).rejects.toThrow("The jail did not answer.");
  expect(runner.disposed).toBe(1);
  runner.fault = null;
  const run = start([]);
  await running();
  runner.end();
  await run;
});

test("what is prepared ahead starts without a fetch of its own", async () => {
  await program.prepare();
  const run = start([]);
  await running();
  expect(fetch).toHaveBeenCalledTimes(1);
  runner.end();
  await run;
});

test("a machine that started anew gets the program again", async () => {
  await program.prepare();
  runner.forget();
  await program.prepare();
  expect(runner.loaded).toEqual(["threads", "threads"]);
});

test.each([
  ["?limit-time=300", { wallMs: 300_000 }],
  ["?limit-time=2m", { wallMs: 120_000 }],
  ["?limit-time=-1", {}],
  ["?limit-time=long", {}],
  ["", {}],
])("the address %j asks for %j", (search, limits) => {
  expect(limitsOf(search)).toEqual(limits);
});

test("a machine that is thrown away is ended", async () => {
  await program.prepare();
  machine.dispose();
  expect(runner.disposed).toBe(1);
});

describe("hands on the clock", () => {
  test("a run goes by what was chosen when it began", async () => {
    const chosen = { clock: "virtual" as const, seed: "duck" };
    const watcher = { changed() {}, began() {}, output() {}, done() {} };
    session = new Session(watcher, () => words, {}, chosen);
    const run = start([]);
    await running();
    chosen.seed = "goose";
    runner.end({ clockMs: 1000 });
    await run;
    expect(runner.times).toEqual([{ clock: "virtual", seed: "duck" }]);
    expect(session.time).toEqual({ clock: "virtual", seed: "duck" });
    expect(session.state).toMatchObject({ passed: { clock: "virtual", ms: 1000 } });
  });

  test("a paused run is busy, goes on when it is told to, and can be stopped", async () => {
    expect(await session.pause()).toBe("idle");
    session.resume();
    const run = start([]);
    await running();
    expect(await session.pause()).toBe("paused");
    expect(await session.pause()).toBe("paused");
    expect([session.state.kind, session.busy]).toEqual(["paused", true]);
    session.resume();
    session.resume();
    expect(session.state.kind).toBe("running");
    await session.pause();
    session.stop();
    expect(await run).toMatchObject({ stopped: true });
    expect(await session.pause()).toBe("idle");
  });

  test("a pause that comes before the program holds it at its start", async () => {
    const run = start([]);
    expect(await session.pause()).toBe("paused");
    expect(session.state.kind).toBe("paused");
    runner.end();
    await run;
    vi.stubGlobal("fetch", () => new Promise(() => {}));
    program = new Program("other", url, 8, machine);
    const watcher = { changed() {}, began() {}, output() {}, done() {} };
    session = new Session(watcher, () => words);
    const second = start([]);
    const asked = session.pause();
    session.stop();
    expect(await asked).toBe("idle");
    expect(await second).toMatchObject({ stopped: true });
  });

  test("a pause that was called off, or that could not be, leaves the run running", async () => {
    const run = start([]);
    await running();
    const asked = session.pause();
    session.resume();
    await asked;
    expect(session.state.kind).toBe("running");
    runner.outcome = "busy";
    expect(await session.pause()).toBe("busy");
    expect(session.state.kind).toBe("running");
    runner.end();
    await run;
  });
});
