import { expect, test } from "vitest";
import { inDirection, nearestTo } from "./nearest";

const spot = (name: string, x: number, y: number) => ({ name, x, y });
const here = spot("here", 0, 0);
const spots = [
  here,
  spot("right", 10, 1),
  spot("far right", 30, 0),
  spot("steep", 3, 8),
  spot("below", 0, -5),
];

test("a direction takes what lies ahead and near", () => {
  expect(inDirection(here, spots, "right")?.name).toBe("right");
  expect(inDirection(here, spots, "up")?.name).toBe("steep");
  expect(inDirection(here, spots, "down")?.name).toBe("below");
  expect(inDirection(here, spots, "left")).toBeNull();
});

test("the nearest within a thumb's width", () => {
  expect(nearestTo({ x: 9, y: 0 }, spots, 5)?.name).toBe("right");
  expect(nearestTo({ x: 19, y: 0 }, spots, 5)).toBeNull();
});
