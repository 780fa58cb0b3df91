import { expect, test } from "vitest";
import { bars, ratios } from "./bars";
import { seeded } from "./fuzz";
import { sliderScale } from "./slider";

test("bars share one scale that includes zero", () => {
  expect(bars([1, 0.5])).toEqual([
    { start: 0, length: 1 },
    { start: 0, length: 0.5 },
  ]);
  expect(bars([-1, 3])).toEqual([
    { start: 0, length: 0.25 },
    { start: 0.25, length: 0.75 },
  ]);
  expect(bars([0, 0])).toEqual([
    { start: 0, length: 0 },
    { start: 0, length: 0 },
  ]);
  expect(bars([NaN, 2])[0]).toEqual({ start: 0, length: 0 });
});

test("ratios are told where they mean something", () => {
  expect(ratios([1, 0.1])).toEqual([10, 1]);
  expect(ratios([1])).toEqual([null]);
  expect(ratios([0, 1])).toEqual([null, null]);
});

test("a short range of whole numbers has a position each", () => {
  const scale = sliderScale(1, 100, true);
  expect([scale.steps, scale.value(0), scale.value(99), scale.position(10)]).toEqual([
    99, 1, 100, 9,
  ]);
});

test("a wide range is logarithmic and gives round values", () => {
  const scale = sliderScale(1e6, 10e9, true);
  expect(scale.value(0)).toBe(1e6);
  expect(scale.value(scale.steps)).toBe(10e9);
  expect(scale.value(100)).toBe(1e8);
});

test("positions and values agree within a step, whatever the range", () => {
  const random = seeded(4);
  for (let i = 0; i < 2000; i++) {
    const min = (random() - 0.3) * 10 ** (random() * 6);
    const scale = sliderScale(min, min + 10 ** (random() * 6), false);
    const position = Math.floor(random() * (scale.steps + 1));
    const value = scale.value(position);
    expect(scale.position(min)).toBe(0);
    expect(Number.isFinite(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(min);
  }
});
