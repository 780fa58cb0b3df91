import { expect, test } from "vitest";
import { densityOf, highest } from "./density";
import type { Lane, Span, State } from "./model";

const span = (start: number, end: number, state: State = "running"): Span => ({
  ...{ start, end, state, reason: "", line: 0 },
});
const lane = (...spans: Span[]): Lane => ({ id: "1·G1", name: "f", worker: 1, spans });

test("a column's value is the mean of its time", () => {
  const density = densityOf([lane(span(0, 2.5), span(2.5, 4, "blocked"))], { from: 0, to: 8 }, 4);
  expect([...density.running.slice(0, 4)]).toEqual([1, 0.25, 0, 0]);
  expect([...density.blocked.slice(0, 4)]).toEqual([0, 0.75, 0, 0]);
  expect(highest(density)).toBe(1);
});

test("nothing is lost however short it is, and nothing counts that is out of view", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => lane(span(i / 100, i / 100 + 0.004)));
  const { running } = densityOf(many, { from: 0, to: 100 }, 50);
  const total = running.slice(0, 50).reduce((sum, part) => sum + part * 2, 0);
  expect(total).toBeCloseTo(40, 1);
  const part = densityOf([lane(span(0, 10), span(10, 20), span(20, 30))], { from: 10, to: 20 }, 5);
  expect([...part.running.slice(0, 5)]).toEqual([1, 1, 1, 1, 1]);
});

test("spans that are filtered and ends that take no time count nowhere", () => {
  const all = [lane(span(0, 4), span(4, 4, "done")), lane(span(0, 4, "sleeping"))];
  const density = densityOf(all, { from: 0, to: 4 }, 2, ({ state }) => state !== "running");
  expect(highest(density)).toBe(1);
  expect(Math.max(...density.running)).toBe(0);
});
