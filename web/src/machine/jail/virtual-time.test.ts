import { expect, test } from "vitest";
import { Control } from "../control";
import type { Process } from "./process";
import { RunClock } from "./run-clock";
import { beginRun, spawn, turn } from "./run-rig";
import type { FakeWorker } from "./run-rig";
import { patienceMs, strideMs, VirtualTime } from "./virtual-time";
import { Waits } from "./waits";

const advances = (worker: FakeWorker) =>
  worker.told.flatMap((m) => (m.type === "advance" ? [m.now] : []));

test("time moves when all wait, to the first timer, and only those hear of it who wait for it", async () => {
  const { workers, first } = await beginRun({}, "virtual");
  await spawn(first);
  const second = workers[1]!.stand();
  first.wait(300);
  await turn();
  expect(advances(first)).toEqual([]); // the second may be doing anything
  second.wait(100);
  await turn();
  expect([advances(first), advances(second)]).toEqual([[], [100]]);
  second.wait(500);
  await turn();
  expect([advances(first), advances(second)]).toEqual([[300], [100]]);
});

test("an answer carries the time", async () => {
  const { first } = await beginRun({}, "virtual");
  first.wait(250);
  await turn();
  const id = first.ask("stat", "/home");
  await turn();
  expect(first.answer(id)).toMatchObject({ now: 250 });
});

test("one that is about to be answered does not wait", async () => {
  const { first } = await beginRun({}, "virtual");
  first.ask("stat", "/home");
  first.say({ type: "waiting", answers: 0, traced: false, until: 10, ms: 0 });
  await turn();
  expect(advances(first)).toEqual([]);
});

test("without a timer it is a deadlock", async () => {
  const { first } = await beginRun({}, "virtual");
  first.wait(10);
  await turn();
  first.ask("open", "/nowhere", 0, 0);
  await turn();
  first.wait(null);
  await turn();
  expect(first.told.at(-1)).toEqual({ type: "deadlock" });
});

test("a thread that blocks in shared memory is waited for, one that was woken too", async () => {
  const { workers, first } = await beginRun({}, "virtual", true);
  await spawn(first);
  const thread = workers[1]!.stand();
  const { memory, slot } = thread.start.control!;
  const control = new Control(memory);
  first.wait(300);
  control.slot(slot).block(4, 0, 200);
  control.woken(1);
  thread.say({ type: "blocked", count: 1 });
  await turn();
  expect(control.now).toBeLessThan(200);
  control.woken(-1);
  thread.say({ type: "blocked", count: 1 });
  await turn();
  expect(control.now).toBe(200);
  expect(advances(first)).toEqual([]);
});

test("while the run is paused time stands", async () => {
  const { session, first, pauses } = await beginRun({}, "virtual", true);
  const { memory, slot } = first.start.control!;
  session.hold();
  new Control(memory).slot(slot).hold(performance.now());
  first.say({ type: "held" });
  first.wait(100);
  await turn();
  expect([pauses, advances(first)]).toEqual([[true], []]);
  session.letGo();
  await turn();
  expect(advances(first)).toEqual([100]);
});

test("one that computes for long does not keep time from those who wait for it", () => {
  const clock = new RunClock({ virtual: true, factor: 1 });
  const time = new VirtualTime(clock, undefined, undefined);
  const waits = new Waits();
  const heard: number[] = [];
  const process = (pid: number) =>
    ({ pid, parts: { slot: 0 }, advance: () => heard.push(pid) }) as unknown as Process;
  const live = new Map([1, 2].map((pid) => [pid, process(pid)] as const));
  const planned: [number, () => void][] = [];
  const after = (ms: number, task: () => void) => (planned.push([ms, task]), () => {});
  const pass = (ms: number) => {
    const [[planMs, task]] = planned.splice(0) as [[number, () => void]];
    expect(planMs).toBe(ms);
    task();
  };
  for (const pid of live.keys()) waits.join(pid);

  time.watch(live, waits, after);
  expect(planned).toEqual([]); // nobody waits for a time: one computes alone
  waits.waits(1, 0, 30);
  time.watch(live, waits, after);
  time.watch(live, waits, after);
  waits.waits(2, 0, 10);
  time.moves(live, waits); // all have waited
  expect([clock.now, heard]).toEqual([10, [2]]);
  pass(patienceMs);
  expect(clock.now).toBe(10); // it has moved meanwhile
  pass(patienceMs);
  expect([clock.now, heard]).toEqual([10 + strideMs, [2, 1]]);
  expect(planned).toEqual([]);
  waits.waits(1, 0, 60);
  time.watch(live, waits, after);
  pass(strideMs);
  expect([clock.now, heard]).toEqual([10 + 2 * strideMs, [2, 1]]);
  waits.waits(2, 0, 55);
  time.moves(live, waits);
  pass(strideMs);
  expect(clock.now).toBe(55); // all have waited: it has patience again
  pass(patienceMs);
  expect([clock.now, heard]).toEqual([55 + strideMs, [2, 1, 2, 1]]);
});
