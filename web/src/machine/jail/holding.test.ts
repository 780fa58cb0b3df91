import { expect, test } from "vitest";
import { Control } from "../control";
import { Hostile } from "../hostile-values";
import { beginRun, spawn, turn } from "./run-rig";
import type { FakeWorker } from "./run-rig";

/** What a worker would do to its slot in the control memory. */
function slotOf(worker: FakeWorker) {
  const { memory, slot } = worker.start.control!;
  return new Control(memory).slot(slot);
}

function stops(worker: FakeWorker): void {
  slotOf(worker).hold(performance.now());
  worker.say({ type: "held" });
}

test("a run is paused when all of its processes have stopped, those that block included", async () => {
  const { session, workers, pauses, first } = await beginRun({}, "real", true);
  await spawn(first);
  await spawn(first);
  const [, second, third] = workers;
  second!.stand();
  third!.stand();
  expect(new Set(workers.map((each) => each.start.control!.slot)).size).toBe(3);
  session.hold();
  expect(workers.every((each) => each.told.some((m) => m.type === "hold"))).toBe(true);
  stops(first);
  stops(second!);
  expect(pauses).toEqual([]);
  slotOf(third!).block(8, 0, Infinity);
  stops(first);
  expect(pauses).toEqual([true]);
  session.letGo();
  expect(new Control(first.start.control!.memory).held).toBe(false);
});

test("the last one that still runs may end instead", async () => {
  const { session, workers, pauses, first } = await beginRun({}, "real", true);
  await spawn(first);
  const [, second] = workers;
  second!.stand();
  session.hold();
  stops(first);
  second!.exit(0);
  expect(pauses).toEqual([true]);
});

test("the limit of time stands still, Stop does not", async () => {
  const { session, endings, first, pauses } = await beginRun({ wallMs: 60 }, "real", true);
  session.hold();
  stops(first);
  await new Promise((done) => setTimeout(done, 120));
  expect([endings, pauses]).toEqual([[], [true]]);
  session.stop("stop");
  await turn();
  expect(endings).toMatchObject([{ exitCode: 137, reason: "stop" }]);
  expect(endings[0]!.wallMs).toBeLessThan(100);
});

test("without shared memory there is no pause, and no harm in asking", async () => {
  const { session, pauses, first, endings } = await beginRun();
  session.hold();
  session.letGo();
  expect(pauses).toEqual([false]);
  first.exit(0);
  expect(endings).toHaveLength(1);
});

test("what a program writes to the control memory hurts its own run at most", async () => {
  const hostile = new Hostile(7);
  for (let i = 0; i < 50; i++) {
    const { session, first, endings } = await beginRun({}, "virtual", true);
    const { memory } = first.start.control!;
    const words = new Int32Array(memory.buffer);
    const numbers = new Float64Array(memory.buffer);
    for (let n = 0; n < 30; n++) {
      const wild = hostile.value();
      if (typeof wild === "number") numbers[n % 20] = wild;
      words[(n * 7) % 40] = (n % 4) - 1;
      first.say({ type: "blocked", count: 1 });
      first.wait(n);
      if (n % 5 === 0) session.hold();
      if (n % 5 === 2) session.letGo();
    }
    await turn();
    session.stop("stop");
    await turn();
    expect(endings).toHaveLength(1);
    expect(endings[0]!.wallMs).toBeLessThan(10_000);
  }
});
