import { expect, test } from "vitest";
import { Hostile } from "./hostile-values";
import { defaultLimits, toLimits } from "./limits";

test("limits given take the place of the usual ones", () => {
  expect(toLimits({ wallMs: 120_000 })).toEqual({ ...defaultLimits, wallMs: 120_000 });
  expect(toLimits(undefined)).toEqual(defaultLimits);
});

test("limits are positive whole numbers, whatever was asked for", () => {
  const hostile = new Hostile(2);
  for (let i = 0; i < 2000; i++) {
    for (const value of Object.values(toLimits(hostile.like({ ...defaultLimits })))) {
      expect(Number.isSafeInteger(value) && value > 0).toBe(true);
    }
  }
  expect(toLimits({ wallMs: Infinity }).wallMs).toBe(2 ** 31 - 1);
});
