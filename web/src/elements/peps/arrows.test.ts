import { expect, test } from "vitest";
import { distanceToLine } from "./arrows";

test("beside a line, beyond its ends, and a line that is a point", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  expect(distanceToLine({ x: 5, y: 3 }, a, b)).toBe(3);
  expect(distanceToLine({ x: 13, y: 4 }, a, b)).toBe(5);
  expect(distanceToLine({ x: 3, y: 4 }, a, a)).toBe(5);
});
