import { describe, expect, test } from "vitest";
import type { Drawing, Place } from "../../../machine/index";
import { momentOf, planOf, stepsOf } from "./model";

const place = (name: string): Place => [0, 0, 0, 8, 6, name];
const plan: Drawing = {
  drawing: "plan",
  floors: ["1F"],
  places: ["a", "b", "c", "d"].map(place),
  closed: [
    [0, 3],
    [3, 0],
  ],
};
const search = (key: string): Drawing => ({ drawing: "search", key, label: key, unit: "s" });
const step = (settled: number, ...reached: number[]): Drawing => ({
  drawing: "step",
  of: "s",
  settled,
  cost: settled,
  reached,
});
const route = (...places: number[]): Drawing => ({ drawing: "route", of: "s", places });

test("without a plan there is nothing to draw", () => {
  expect(planOf([])).toBeNull();
  expect(planOf([search("s"), step(0)])).toBeNull();
});

test("a way closed in both directions is closed once", () => {
  expect(planOf([plan])?.closed).toEqual([[0, 3]]);
});

describe("a search", () => {
  const lines = [plan, search("s"), step(0, 1, 2), step(2, 1, 3), step(1), step(3), route(0, 2, 3)];
  const found = planOf(lines)?.searches[0];
  if (!found) throw new Error("the search is missing");

  test.each([
    [0, [], [], null],
    [1, [0], [1, 2], null],
    [2, [0, 2], [1, 3], null],
    [4, [0, 2, 1, 3], [], [0, 2, 3]],
    [99, [0, 2, 1, 3], [], [0, 2, 3]],
  ])("after %d steps", (steps, settled, frontier, way) => {
    const moment = momentOf(found, steps);
    expect([[...moment.settled], [...moment.frontier], moment.route]).toEqual([
      settled,
      frontier,
      way,
    ]);
  });

  test("a place that is reached by a better way is of the frontier again", () => {
    const again = planOf([plan, search("s"), step(0, 1), step(1, 2), step(2, 1)])?.searches[0];
    const moment = again && momentOf(again, 3);
    expect([...(moment?.frontier ?? [])]).toEqual([1]);
    expect([...(moment?.settled ?? [])]).toEqual([0, 2]);
  });

  test("that goes on has no way yet; one that found none has an empty one", () => {
    const going = planOf([plan, search("s"), step(0)])?.searches[0];
    expect(going && momentOf(going, 1).route).toBeNull();
    const none = planOf([plan, search("s"), step(0), route()])?.searches[0];
    expect(none && momentOf(none, 1).route).toEqual([]);
  });
});

test("what a hostile program reports stays within the plan", () => {
  const flood = Array.from({ length: 50 }, (_, i) => search(`s${i}`));
  const forged = [step(4), step(0, 1, 9), route(0, 400), { ...step(0), of: "nobody" } as Drawing];
  const got = planOf([plan, search("s"), search("s"), ...flood, ...forged]);
  expect(got?.searches).toHaveLength(6);
  expect(got?.searches[0]?.steps.map(({ reached }) => reached)).toEqual([[1]]);
  expect(got?.searches[0]?.route).toEqual([0]);
  expect(got && stepsOf(got)).toBe(1);
});

test("a new plan begins anew", () => {
  expect(planOf([plan, search("s"), step(0), plan])?.searches).toEqual([]);
});
