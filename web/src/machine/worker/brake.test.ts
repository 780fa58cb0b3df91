import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Control } from "../control";
import { Holding } from "../jail/holding";
import type { Process } from "../jail/process";
import { RunClock } from "../jail/run-clock";
import { toPace } from "../pace";
import { Brake } from "./brake";
import { Clock, useClock } from "./clock";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTime(ms);

/** A run of one process: Go's clock as Go reads it, and the kernel's hands on it. */
function aRun(tells: boolean) {
  const control = new Control(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }));
  const kernel = new RunClock(toPace("real"), control);
  kernel.begin(performance.now());
  const live = new Map([[1, { parts: { slot: 0 }, hold() {} } as unknown as Process]]);
  const holding = new Holding(control, live, (since) => kernel.stop(since));
  const clock = new Clock();
  clock.begin({ zero: performance.now(), epoch: 0, pace: toPace("real"), now: 0 }, control);
  const gojs: Record<string, (sp: number) => void> = {};
  const mem = new DataView(new ArrayBuffer(64));
  const go = { importObject: { gojs }, mem } as unknown as GoRuntime;
  useClock(go, clock);
  const tell = () => tells && holding.look();
  new Brake(control, control.slot(0), tell, () => performance.now()).guard(go.importObject);
  const letGo = () => {
    kernel.goOn();
    holding.letGo();
  };
  const look = () => {
    gojs["runtime.nanotime1"]!(0);
    return Number(mem.getBigInt64(8, true)) / 1e6 - 1; // Go's clock begins at 1 ms
  };
  return { control, kernel, holding, letGo, look };
}

test.each([
  ["as soon as it stops", true],
  ["when something else happens", false],
])(
  "a pause that the kernel sees %s takes no nanosecond: Go's clock shows what Go ran",
  (_, tells) => {
    const { control, kernel, holding, letGo, look } = aRun(tells);
    pass(100);
    expect(look()).toBe(100);
    control.waitWhileHeld = () => {
      pass(13);
      holding.look();
      pass(500);
      letGo();
      pass(30); // until the worker is woken
    };
    holding.ask();
    pass(7); // it runs on until its next call
    expect(look()).toBe(107);
    expect([look(), kernel.now, control.paused]).toEqual([107, 107, 543]);
    pass(5);
    expect([look(), kernel.now]).toEqual([112, 112]);
  },
);

test("held anew before anything went on, it has not gone on in between", () => {
  const { control, kernel, holding, letGo, look } = aRun(true);
  pass(100);
  let times = 0;
  control.waitWhileHeld = () => {
    pass(200);
    letGo();
    pass(40);
    if (times++ === 0) holding.ask();
    else pass(2);
  };
  holding.ask();
  expect(look()).toBe(100);
  expect([times, control.held, control.paused, kernel.now]).toEqual([2, false, 482, 100]);
});

test("who goes on while another puts the clock right reads the clock after that", () => {
  const { control } = aRun(true);
  control.hold();
  control.letGo();
  const seen: number[] = [];
  const second = () => seen.push(-1);
  control.goOn(() => {
    control.goOn(second); // it waits a while, and then does not do it again
    return 30;
  });
  control.goOn(second);
  expect([control.paused, seen]).toEqual([30, []]);
});
