import { beforeEach, expect, test, vi } from "vitest";
import type { Diagnostic } from "../../machine/toolchain/api";
import { Ahead } from "./ahead";

const complaint: Diagnostic = { file: "main.go", line: 1, column: 1, message: "undefined: x" };
let answers: (readonly Diagnostic[] | null)[];
let signals: AbortSignal[];
let shown: number[];
let composing: boolean;
let ahead: Ahead;

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  signals = [];
  shown = [];
  composing = false;
  ahead = new Ahead({
    build: async (signal) => {
      signals.push(signal);
      return answers.length > 0 ? answers.shift()! : [];
    },
    composing: () => composing,
    show: (diagnostics) => shown.push(diagnostics.length),
  });
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("the text is built when the reader pauses, once, and not between keys", async () => {
  for (let key = 0; key < 5; key++) {
    ahead.typed();
    await pass(300);
  }
  expect(signals).toHaveLength(0);
  await pass(5000);
  expect([signals.length, shown]).toEqual([1, [0]]);
});

test("complaints come later than the build, and not when the reader writes on", async () => {
  answers = [[complaint], [complaint]];
  ahead.typed();
  await pass(1000);
  expect([signals.length, shown]).toEqual([1, []]);
  ahead.typed();
  expect(signals[0]!.aborted).toBe(true);
  await pass(1000);
  expect([signals.length, shown]).toEqual([2, []]);
  await pass(1000);
  expect(shown).toEqual([1]);
});

test("an input method is waited for", async () => {
  composing = true;
  ahead.typed();
  await pass(3000);
  expect(signals).toHaveLength(0);
  composing = false;
  await pass(400);
  expect(shown).toEqual([0]);
});

test("what could not be built is built when that is possible again", async () => {
  answers = [null];
  ahead.typed();
  await pass(5000);
  expect([signals.length, shown]).toEqual([1, []]);
  ahead.again();
  await pass(400);
  expect([signals.length, shown]).toEqual([2, [0]]);
  ahead.again();
  await pass(5000);
  expect(signals).toHaveLength(2);
});

test("nothing is built that the reader did not write, nor after stop", async () => {
  ahead.again();
  await pass(5000);
  ahead.typed();
  ahead.stop();
  ahead.again();
  await pass(5000);
  expect(signals).toHaveLength(0);
});
