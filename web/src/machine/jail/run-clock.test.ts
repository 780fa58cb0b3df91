import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Control } from "../control";
import { toPace } from "../pace";
import { RunClock } from "./run-clock";
import { RunTimers } from "./run-timers";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a paused clock stands; what passed meanwhile is told to the workers", () => {
  const control = new Control(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }));
  const clock = new RunClock(toPace(2), control);
  vi.advanceTimersByTime(10);
  clock.begin(performance.now());
  vi.advanceTimersByTime(100);
  clock.stop(performance.now());
  vi.advanceTimersByTime(500);
  expect([clock.now, clock.spent]).toEqual([200, 100]);
  clock.goOn();
  expect(control.paused).toBe(500);
  vi.advanceTimersByTime(10);
  expect([clock.now, clock.spent]).toEqual([220, 110]);
  clock.goOn();
  expect(control.paused).toBe(500);
});

test("the first worker to go on takes the time until it could out of the clock, and no more than that", () => {
  const control = new Control(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }));
  const clock = new RunClock(toPace("real"), control);
  clock.begin(performance.now());
  control.hold();
  clock.stop(performance.now());
  vi.advanceTimersByTime(500);
  clock.goOn();
  control.letGo();
  vi.advanceTimersByTime(30);
  control.goOn(() => performance.now());
  expect([control.paused, clock.now]).toEqual([530, 0]);
  vi.advanceTimersByTime(10);
  control.goOn(() => performance.now()); // it is not the first
  expect([control.paused, clock.now]).toEqual([530, 10]);
  control.paused = Infinity; // as a program may say
  expect(clock.now).toBe(0);
  control.paused = NaN;
  expect(clock.now).toBe(40);
});

test("claims are made true: no later than can be, and never back", () => {
  const clock = new RunClock(toPace(0.5));
  clock.begin(performance.now());
  vi.advanceTimersByTime(100);
  expect(clock.claim(30)).toBe(30);
  expect(clock.claim(20)).toBe(30);
  expect(clock.claim(1e9)).toBeLessThan(51);
  expect(clock.realUntil(clock.claim(0))).toBeLessThan(102);
});

test("a virtual clock moves when it is moved", () => {
  const clock = new RunClock(toPace("virtual"));
  clock.begin(performance.now());
  vi.advanceTimersByTime(100);
  expect(clock.now).toBe(0);
  clock.advance(5000);
  clock.advance(10);
  expect([clock.now, clock.spent]).toEqual([5000, 100]);
  expect(clock.claim(5000)).toBe(5000);
  expect(clock.claim(1e12)).toBeLessThan(20_000);
});

test("timers of a run that is paused have what was left to them", () => {
  const timers = new RunTimers();
  const rung: string[] = [];
  timers.after(100, () => rung.push("a"));
  const off = timers.after(100, () => rung.push("b"));
  vi.advanceTimersByTime(60);
  timers.hold();
  timers.hold();
  timers.after(10, () => rung.push("c"));
  vi.advanceTimersByTime(1000);
  expect(rung).toEqual([]);
  off();
  timers.goOn();
  vi.advanceTimersByTime(39);
  expect(rung).toEqual(["c"]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual(["c", "a"]);
  timers.after(5, () => rung.push("d"));
  timers.end();
  vi.advanceTimersByTime(10);
  expect(rung).toEqual(["c", "a"]);
});
