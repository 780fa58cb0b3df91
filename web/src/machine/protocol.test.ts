import { expect, test } from "vitest";
import { toFigure } from "./figures";
import { Hostile } from "./hostile-values";
import { toJailMessage } from "./protocol";
import type { JailMessage } from "./protocol";
import { toWorkerMessage } from "./worker-protocol";
import type { WorkerMessage } from "./worker-protocol";

const figure = { key: "k", label: "l", value: 1.5, unit: "s" };

const jail: JailMessage[] = [
  { type: "ready", shares: true },
  { type: "broken", reason: "no workers" },
  { type: "loaded", id: "threads" },
  { type: "unusable", id: "threads", reason: "bad magic" },
  { type: "done", run: 1, exitCode: 137, wallMs: 2.5, clockMs: 1, reason: "time" },
  { type: "done", run: 1, exitCode: 0, wallMs: 2.5, clockMs: 1, reason: null },
  { type: "paused", run: 1, paused: true },
  {
    type: "events",
    run: 1,
    events: [
      { type: "output", stream: "stderr", text: "x\n", ms: 0 },
      { type: "figure", figure },
      { type: "drawing", drawing: { drawing: "route", of: "a", places: [1, 2] } },
      {
        type: "trace",
        pid: 3,
        name: "square",
        kind: "thread",
        bytes: new Uint8Array(2),
        last: true,
        cut: "killed",
        lost: 0,
        dead: false,
      },
    ],
  },
];

const worker: WorkerMessage[] = [
  { type: "warm" },
  { type: "tick" },
  { type: "started", at: 12.5 },
  { type: "memory", bytes: 4 << 20 },
  { type: "untold", bytes: 4 << 20 },
  { type: "waiting", answers: 3, traced: false, until: null, ms: 1 },
  { type: "waiting", answers: 3, traced: true, until: 2.5, ms: 1 },
  { type: "held" },
  { type: "blocked", count: 1 },
  { type: "unreadable" },
  { type: "write", fd: 2, bytes: new Uint8Array(3), ms: 1 },
  { type: "call", id: 7, name: "open", args: ["/x", 0, 0], ms: 1 },
  { type: "exit", code: -1, ms: 1 },
  { type: "limit", reason: "memory", ms: 1 },
  { type: "fault", fault: "stack", words: "main.f", ms: 1 },
];

test("honest messages arrive as they were sent", () => {
  for (const message of jail) expect(toJailMessage(message)).toEqual(message);
  for (const message of worker) expect(toWorkerMessage(message)).toEqual(message);
});

test("members that do not belong are left behind", () => {
  expect(toWorkerMessage({ type: "warm", fd: 1 })).toEqual({ type: "warm" });
  const odd = { ...figure, onclick: "x" };
  expect(toFigure(odd)).toEqual(figure);
});

test.each([
  { type: "started", at: NaN },
  { type: "started" },
  { type: "memory", bytes: -1 },
  { type: "memory", bytes: 2 ** 40 },
  { type: "waiting", answers: "3" },
  { type: "exit", code: 1.5, ms: 1 },
  { type: "exit", code: 2 ** 40, ms: 1 },
  { type: "exit", code: 1, ms: NaN },
  { type: "write", fd: 3, bytes: new Uint8Array(1), ms: 1 },
  { type: "write", fd: 1, bytes: new Uint8Array(new SharedArrayBuffer(1)), ms: 1 },
  { type: "call", id: -1, name: "open", args: [], ms: 1 },
  { type: "call", id: 1, name: "open", args: [1, 2, 3, 4, 5, 6], ms: 1 },
  { type: "fault", fault: "other", words: "", ms: 1 },
  ["exit"],
  "exit",
])("%o of a worker is nothing", (message) => {
  expect(toWorkerMessage(message)).toBeUndefined();
});

test.each([
  { type: "done", run: 1, exitCode: 0, wallMs: -1, clockMs: 1, reason: null },
  { type: "done", run: 1, exitCode: 0, wallMs: 1, clockMs: 1, reason: "boredom" },
  { type: "events", run: "1", events: [] },
  { type: "events", run: 1, events: {} },
])("%o of a jail is nothing", (message) => {
  expect(toJailMessage(message)).toBeUndefined();
});

test("an event that is none is dropped, the others stay", () => {
  const good = { type: "output", stream: "stdout", text: "x", ms: 1 };
  const bad = [{ ...good, stream: "stdlog" }, { ...good, text: 5 }, { ...good, ms: "1" }, null];
  const got = toJailMessage({ type: "events", run: 1, events: [...bad, good] });
  expect(got).toEqual({ type: "events", run: 1, events: [good] });
});

test("whatever is accepted is whole", () => {
  const hostile = new Hostile(1);
  let accepted = 0;
  for (let i = 0; i < 20_000; i++) {
    const model = hostile.pick<object>([...jail, ...worker]) as Record<string, unknown>;
    const forged = hostile.next() < 0.2 ? hostile.value() : hostile.like(model);
    const fromWorker = toWorkerMessage(forged);
    if (fromWorker) expect(toWorkerMessage(fromWorker)).toEqual(fromWorker);
    const fromJail = toJailMessage(forged);
    if (fromJail) expect(toJailMessage(fromJail)).toEqual(fromJail);
    if (fromWorker || fromJail) accepted++;
  }
  expect(accepted).toBeGreaterThan(1000);
  expect(accepted).toBeLessThan(19_000);
});
