import { expect, test } from "vitest";
import { Agreement } from "../clock";
import { Clock, Handshake, useClock } from "./clock";

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
  const zero = clock.begin(null);
  expect(clock.now()).toBeLessThan(100);
  const second = new Clock();
  const agreement = new Agreement(0);
  agreement.take({ at: performance.now(), timeOrigin: 0 }, performance.now(), performance.now());
  second.agree(agreement);
  expect(second.begin(zero - ahead)).toBeCloseTo(zero - ahead, 6);
  expect(Math.abs(second.now() - clock.now())).toBeLessThan(5);
});

test("Go reads nanoseconds of the run, never 0, and the time of day", () => {
  const gojs: Record<string, (sp: number) => void> = {};
  const mem = new DataView(new ArrayBuffer(64));
  const go = { importObject: { gojs }, mem } as unknown as GoRuntime;
  const clock = new Clock();
  clock.begin(null);
  const epoch = Date.now() - performance.now();
  useClock(go, clock, epoch);
  gojs["runtime.nanotime1"]!(0);
  const ns = mem.getBigInt64(8, true);
  expect(ns).toBeGreaterThan(0n);
  expect(ns).toBeLessThan(1_000_000_000n);
  gojs["runtime.walltime"]!(16);
  const seconds = Number(mem.getBigInt64(24, true)) + mem.getInt32(32, true) / 1e9;
  expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(2);
  expect(mem.getInt32(32, true)).toBeLessThan(1e9);
});
