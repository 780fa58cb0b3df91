import { expect, test } from "vitest";
import { formatDuration, parseDuration } from "./duration";
import { seeded } from "./fuzz";

test.each([
  ["0", 0],
  ["0s", 0],
  ["100ms", 100e6],
  ["1.5s", 1.5e9],
  [".5s", 0.5e9],
  ["1h15m30.5s", 4530.5e9],
  ["-3us", -3e3],
  ["3µs", 3e3],
  ["3μs", 3e3],
  ["+2m", 120e9],
  ["", null],
  ["-", null],
  ["100", null],
  ["s", null],
  [".s", null],
  ["1s2", null],
  ["1 s", null],
  ["1d", null],
  ["999999999h", null],
])("parseDuration(%j) is %j", (text, want) => {
  expect(parseDuration(text)).toBe(want);
});

test.each([
  [0, "0s"],
  [1, "1ns"],
  [1500, "1.5µs"],
  [100e6, "100ms"],
  [1e9, "1s"],
  [90e9, "1m30s"],
  [3600e9, "1h0m0s"],
  [-2.5e9, "-2.5s"],
])("formatDuration(%j) is %j", (ns, want) => {
  expect(formatDuration(ns)).toBe(want);
});

test("what is written is read back", () => {
  const random = seeded(1);
  for (let i = 0; i < 2000; i++) {
    const ns = Math.round(10 ** (random() * 13));
    expect(parseDuration(formatDuration(ns))).toBe(ns);
  }
});
