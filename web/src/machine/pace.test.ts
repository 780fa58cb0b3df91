import { expect, test } from "vitest";
import { isClock, isSeed, longestSeed, toPace } from "./pace";

test.each([
  ["real", 1, false],
  ["virtual", 1, true],
  [1, 1, false],
  [0.01, 0.01, false],
  [10, 10, false],
])("%j is a clock", (clock, factor, virtual) => {
  expect(isClock(clock)).toBe(true);
  expect(toPace(clock)).toEqual({ factor, virtual });
});

test.each([0, -1, 0.009, 10.1, NaN, Infinity, "0.5", "", "Real", null, undefined, {}, [1]])(
  "%j is none, and the real one is taken",
  (clock) => {
    expect(isClock(clock)).toBe(false);
    expect(toPace(clock)).toEqual({ factor: 1, virtual: false });
  },
);

test("a seed is a text that is not too long", () => {
  expect(isSeed("")).toBe(true);
  expect(isSeed("x".repeat(longestSeed))).toBe(true);
  expect(isSeed("x".repeat(longestSeed + 1))).toBe(false);
  expect(isSeed(7)).toBe(false);
});
