import { expect, test, vi } from "vitest";
import { Agreement } from "../clock";
import { Control } from "../control";
import { Clock, Handshake, useClock } from "./clock";

const real = (zero: number | null) => ({
  zero,
  epoch: 0,
  pace: { virtual: false, factor: 1 },
  now: 0,
});

test("a worker asks until the clocks agree, and then counts as the kernel does", () => {
  const ahead = 5000;
  const clock = new Clock();
  let agreed = 0;
  const handshake: Handshake = new Handshake(
    () => queue.push(performance.now() + ahead),
    (agreement) => {
      agreed++;
      clock.agree(agreement);
    },
  );
  const queue: number[] = [];
  handshake.tick();
  while (queue.length > 0) {
    handshake.tock({ at: queue.shift()!, timeOrigin: performance.timeOrigin - ahead });
  }
  expect(agreed).toBe(1);
  expect(clock.kernelTime() - performance.now()).toBeCloseTo(ahead, 0);
  const zero = clock.begin(real(null));
  expect(clock.now()).toBeLessThan(100);
  const second = new Clock();
  const agreement = new Agreement(0);
  agreement.take({ at: performance.now(), timeOrigin: 0 }, performance.now(), performance.now());
  second.agree(agreement);
  expect(second.begin(real(zero - ahead))).toBeCloseTo(zero - ahead, 6);
  expect(Math.abs(second.now() - clock.now())).toBeLessThan(5);
});

test("Go reads nanoseconds of the run, never 0, and the time of day", () => {
  const gojs: Record<string, (sp: number) => void> = {};
  const mem = new DataView(new ArrayBuffer(64));
  const go = { importObject: { gojs }, mem } as unknown as GoRuntime;
  const clock = new Clock();
  clock.begin({ ...real(null), epoch: Date.now() - performance.now() });
  useClock(go, clock);
  gojs["runtime.nanotime1"]!(0);
  const ns = mem.getBigInt64(8, true);
  expect(ns).toBeGreaterThan(0n);
  expect(ns).toBeLessThan(1_000_000_000n);
  gojs["runtime.walltime"]!(16);
  const seconds = Number(mem.getBigInt64(24, true)) + mem.getInt32(32, true) / 1e9;
  expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(2);
  expect(mem.getInt32(32, true)).toBeLessThan(1e9);
});

test("a factor stretches or shrinks what passes; a pause is left out", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const control = new Control(memory);
  const clock = new Clock();
  clock.begin({ ...real(null), pace: { virtual: false, factor: 0.5 } }, control);
  vi.advanceTimersByTime(100);
  expect(clock.now()).toBe(50);
  expect(clock.realUntil(60)).toBe(20);
  vi.advanceTimersByTime(500);
  control.paused = 500;
  expect(clock.now()).toBe(50);
  control.paused = 501; // it never goes back
  expect(clock.now()).toBe(50);
  vi.useRealTimers();
});

test("a virtual clock moves when it is told to, and under eyes that do not leave it", () => {
  const clock = new Clock();
  clock.begin({ ...real(null), pace: { virtual: true, factor: 1 }, now: 3 });
  expect(clock.look()).toBe(3);
  clock.advance(10);
  clock.advance(5);
  expect(clock.now()).toBe(10);
  for (let i = 0; i < 1_001_000; i++) clock.look();
  expect(clock.now()).toBeCloseTo(11, 5);
  clock.advance(12);
  expect(clock.look()).toBe(12);
  expect(new Date(clock.day(0)).toISOString()).toBe("2009-11-10T23:00:00.000Z");
});
