import { expect, test } from "vitest";
import { Control, doing } from "../control";
import { beginRun, spawn, turn } from "./run-rig";
import type { FakeWorker } from "./run-rig";

/** What a worker shares with the kernel, and how it blocks without a timeout. */
function shared(worker: FakeWorker) {
  const { control, shared } = worker.start;
  const own = new Control(control!.memory);
  const slot = own.slot(control!.slot);
  const words = new Int32Array(shared!.buffer);
  return {
    own,
    slot,
    words,
    block(at: number, until = Infinity) {
      slot.block(at, words[at >> 2]!, until);
      worker.say({ type: "blocked", count: slot.count });
    },
  };
}

/** A run of two, of which the first waits for an answer. */
async function two() {
  const run = await beginRun({}, "real", true);
  await spawn(run.first);
  const thread = run.workers[1]!.stand();
  run.first.wait();
  await turn();
  return { ...run, thread, ...shared(thread) };
}

test("a thread that waits for ever is a deadlock with those that wait for the kernel", async () => {
  const { first, thread, block, shown } = await two();
  block(64);
  await turn();
  expect(first.told.at(-1)).toEqual({ type: "deadlock" });
  expect(thread.told.some((m) => m.type === "deadlock")).toBe(false); // it hears nothing
  expect(shown("stderr")).toMatch(/^Deadlock: the 2 processes and threads .* 1 of them wait/);
});

test("one that has recorded what it did is woken, once, so that it can tell", async () => {
  const { first, thread, block, slot, words, own, shown } = await two();
  await thread.call("open", "/dev/ahiru/trace", 577, 0);
  block(64);
  await turn();
  const told = (worker: FakeWorker) => worker.told.map(({ type }) => type);
  expect([words[3], told(thread).at(-1), told(first).includes("deadlock")]).toEqual([
    1, // the word by which package shm parks its goroutine
    "untrace",
    false,
  ]);
  slot.state = doing.running;
  expect(own.wakes).toBe(0); // nobody really stood there
  thread.wait();
  first.wait();
  await turn();
  expect([told(first).at(-1), told(thread).at(-1)]).toContain("deadlock");
  expect(shown("stderr")).toMatch(/^Deadlock: the 2 processes of this run/);
});

test("where none can say so the run ends all the same", async () => {
  const { endings, first, shown } = await beginRun({}, "real", true);
  shared(first).block(64);
  await turn();
  expect(endings).toMatchObject([{ exitCode: 2, reason: null }]);
  expect(shown("stderr")).toMatch(/^Deadlock: the program waits in shared memory/);
});

test.each<[string, (thread: Awaited<ReturnType<typeof two>>) => void]>([
  ["has a timeout", ({ block }) => block(64, 500)],
  ["was woken and has not gone on", ({ own, block }) => (own.woken(1), block(64))],
  ["waits at a word that has changed", ({ words, block }) => (block(64), (words[16] = 1))],
  ["has gone on", ({ slot, block }) => (block(64), (slot.state = doing.running))],
  ["has blocked anew", ({ slot, block }) => (block(64), slot.block(68, 0, Infinity))],
  ["blocks nowhere", ({ block }) => block(2 ** 31 - 4)],
  ["said something since", ({ thread, block }) => (block(64), thread.print("x"))],
])("it is none when the thread %s", async (_, happens) => {
  const run = await two();
  happens(run);
  await turn();
  expect(run.first.told.some((m) => m.type === "deadlock")).toBe(false);
});

test("nor while the run is paused", async () => {
  const { session, first, block } = await two();
  session.hold();
  new Control(first.start.control!.memory).slot(first.start.control!.slot).hold(performance.now());
  first.say({ type: "held" });
  block(64);
  await turn();
  expect(first.told.some((m) => m.type === "deadlock")).toBe(false);
  session.letGo();
  await turn();
  expect(first.told.at(-1)).toEqual({ type: "deadlock" });
});

test("a virtual clock has nowhere to go", async () => {
  const { endings, first } = await beginRun({}, "virtual", true);
  shared(first).block(64);
  await turn();
  expect(endings).toMatchObject([{ exitCode: 2 }]);
});
