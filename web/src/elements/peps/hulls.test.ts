import { expect, test } from "vitest";
import { hull } from "./hulls";

const p = (x: number, y: number) => ({ x, y });

test("only the outermost points are the hull's", () => {
  const inner = [p(1, 1), p(2, 1), p(1, 2), p(2, 2), p(0, 1.5)];
  const found = hull([...inner, p(0, 0), p(3, 0), p(3, 3), p(0, 3)]);
  expect(found).toEqual([p(0, 0), p(3, 0), p(3, 3), p(0, 3)]);
});

test("few points, and points on a line", () => {
  expect(hull([])).toEqual([]);
  expect(hull([p(1, 2)])).toEqual([p(1, 2)]);
  expect(hull([p(0, 0), p(2, 2), p(1, 1)])).toEqual([p(0, 0), p(2, 2)]);
});
