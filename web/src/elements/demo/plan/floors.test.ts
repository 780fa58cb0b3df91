import { expect, test } from "vitest";
import { border, dots, fitting, hatch, layout } from "./floors";
import type { Plan } from "./model";

const plan: Plan = {
  floors: ["2F", "1F", "cellar"],
  places: [
    [0, 0, 0, 50, 6, "lab"],
    [1, 50, 4, 50, 6, "hall"],
  ],
  closed: [],
  searches: [],
};

test("floors stand one above the other, an empty one takes no room but its gap", () => {
  const { boxes, floors, width, height } = layout(plan);
  expect(boxes).toEqual([
    { x: 6.25, y: 0, w: 50, h: 6 },
    { x: 56.25, y: 12, w: 50, h: 6 },
  ]);
  expect(floors.map(({ y }) => y)).toEqual([3, 13, 20]);
  expect([width, height]).toEqual([106.25, 20]);
});

test("an empty plan has a picture too", () => {
  const { width, height } = layout({ floors: [], places: [], closed: [], searches: [] });
  expect(width > 0 && height > 0).toBe(true);
});

const box = { x: 0, y: 0, w: 8, h: 3 };

test.each([
  ["side by side", { x: 8, y: 0, w: 8, h: 3 }, [8, 0, 8, 3]],
  ["one above the other", { x: 2, y: 3, w: 2, h: 5 }, [2, 3, 4, 3]],
  ["apart", { x: 20, y: 0, w: 8, h: 3 }, [4, 1.5, 24, 1.5]],
])("the border of boxes %s", (_, other, line) => {
  expect(border(box, other)).toEqual(line);
});

test("patterns stay in their box, and a hostile box gets none", () => {
  const numbers = (path: string) => [...path.matchAll(/[ML](\S+) ([\d.]+)/g)];
  for (const path of [hatch(box, 1), dots(box, 1)]) {
    expect(numbers(path).length).toBeGreaterThan(5);
    for (const [, x, y] of numbers(path)) {
      expect(Number(x) >= 0 && Number(x) <= 8 && Number(y) >= 0 && Number(y) <= 3).toBe(true);
    }
  }
  const huge = { x: 0, y: 0, w: 1e6, h: 1e6 };
  expect([hatch(huge, 1), dots(huge, 1), hatch(box, 0)]).toEqual(["", "", ""]);
});

test("names shrink until they fit, wide ones sooner", () => {
  expect(fitting("4-1", 8, 2)).toBe(2);
  expect(fitting("エレベーター", 8, 2)).toBeCloseTo((8 * 0.94) / 6);
  expect(fitting("", 8, 2)).toBe(2);
});
