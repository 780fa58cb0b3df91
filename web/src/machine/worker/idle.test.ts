import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Callbacks } from "./callbacks";
import { Idle } from "./idle";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, "ahiruTrace");
});

function rig(virtual = false, names = "time.newTimer time.Sleep") {
  const timers = new Map<number, unknown>();
  let told = 0;
  const go = {
    exited: false,
    _pendingEvent: undefined,
    _scheduledTimeouts: timers,
    _resume: () => told++,
    mem: new DataView(new TextEncoder().encode(`… ${names} …`).buffer),
  } as unknown as GoRuntime;
  const callbacks = new Callbacks();
  const said: boolean[] = [];
  const clock = { virtual, now: () => Date.now() };
  const idle = new Idle(go, callbacks, clock, { next: Date.now() + 300 }, (t) => said.push(t));
  const call = (n: number) => {
    callbacks.due += n;
    callbacks.calls += n;
    callbacks.asked += n;
  };
  return { idle, go, timers, callbacks, said, call, told: () => told };
}

test("a program with nothing to come is told at once", () => {
  const { idle, go, told, said } = rig();
  idle.check();
  expect(told()).toBe(1);
  expect(go._pendingEvent).toEqual({ id: 0 });
  idle.check();
  expect(told()).toBe(1);
  expect(said).toEqual([]);
});

test("one that waits for the kernel alone says so, after a while of doing nothing", () => {
  const { idle, said, call, told } = rig();
  call(1);
  for (let i = 0; i < 10; i++) {
    idle.check();
    vi.advanceTimersByTime(30);
  }
  expect(said).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(said).toEqual([false]);
  idle.deadlock();
  expect(told()).toBe(1);
});

test("one with a timer, a callback of its own or something to print does not", () => {
  const { idle, said, call, timers, callbacks, told } = rig();
  call(1);
  timers.set(1, {});
  idle.check();
  timers.clear();
  callbacks.foreign = 1;
  idle.check();
  callbacks.foreign = 0;
  callbacks.due++; // room on its way to the console
  idle.check();
  vi.advanceTimersByTime(1000);
  idle.deadlock();
  expect(said).toEqual([]);
  expect(told()).toBe(0);
});

test("a traced one that is quiet for long says that it is traced, and gives its trace up when told", () => {
  const { idle, said, call, timers, callbacks, told } = rig();
  let stopped = 0;
  Object.assign(globalThis, { ahiruTrace: () => stopped++ });
  callbacks.foreign = 1; // ahiruTrace itself
  call(1);
  timers.set(1, {}); // the tracer's
  for (let i = 0; i < 60; i++) {
    idle.check();
    vi.advanceTimersByTime(100);
  }
  expect(new Set(said)).toEqual(new Set([true]));
  expect(stopped).toBe(0);
  idle.deadlock();
  expect(stopped).toBe(1);
  timers.clear();
  idle.check();
  vi.advanceTimersByTime(100);
  expect(said.at(-1)).toBe(false);
  idle.deadlock();
  expect(told()).toBe(1);
});

/** Looks ten times a second for so long; gives when the trace was first given up, null where it was not. */
function traced(names: string, sleeps: unknown, ms: number): number | null {
  const { idle, timers, callbacks } = rig(false, names);
  let stopped: number | null = null;
  let now = 0;
  const ahiruTrace = (what: string) => {
    if (what === "sleeps") return sleeps;
    stopped ??= now;
    return null;
  };
  Object.assign(globalThis, { ahiruTrace });
  callbacks.foreign = 1;
  timers.set(1, {});
  for (; now < ms; now += 100, vi.advanceTimersByTime(100)) idle.check();
  return stopped;
}

test("a traced one that has no timer is parted from its trace soon; one that sleeps never is", () => {
  expect(traced("time.Now", null, 2000)).toBeLessThan(500);
  expect(traced("time.Sleep", false, 2000)).toBeLessThan(500);
  expect(traced("time.Sleep", true, 20_000)).toBe(null);
});

test("a traced one that has waited long for an answer and sleeps then keeps its trace", () => {
  const { idle, timers, callbacks, call } = rig(false, "time.Sleep");
  let [sleeps, stopped] = [false, 0];
  const ahiruTrace = (what: string) => (what === "sleeps" ? sleeps : (stopped++, null));
  Object.assign(globalThis, { ahiruTrace });
  callbacks.foreign = 1;
  timers.set(1, {});
  call(1);
  for (let now = 0; now < 500; now += 100, vi.advanceTimersByTime(100)) idle.check();
  callbacks.answered();
  callbacks.calls--;
  sleeps = true; // and what it said before is no longer so
  for (let now = 0; now < 2000; now += 20, vi.advanceTimersByTime(20)) idle.check();
  expect(stopped).toBe(0);
});

test("a traced one of which nobody knows whether it waits for a timer is given a while", () => {
  for (const [names, sleeps] of [
    ["time.newTimer", false],
    ["time.Sleep", null],
  ] as const) {
    expect(traced(names, sleeps, 4900)).toBe(null);
    expect(traced(names, sleeps, 6000)).toBeLessThan(5500);
  }
});

test("on a virtual clock one that waits says so at once, with or without a timer", () => {
  const { idle, said, call, timers } = rig(true);
  call(1);
  idle.check();
  timers.set(1, {});
  idle.check();
  expect(said).toEqual([false, false]);
});

test("on a virtual clock one that the browser may call waits for its timers as long as they take", () => {
  const { idle, said, timers, callbacks } = rig(true);
  callbacks.foreign = 1;
  timers.set(1, {});
  idle.check();
  vi.advanceTimersByTime(200);
  idle.check(); // it was called
  expect(said).toEqual([]);
  vi.advanceTimersByTime(90);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(said).toEqual([false]);
});
