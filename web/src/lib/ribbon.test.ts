import { expect, test } from "vitest";
import { runs, shares } from "./ribbon";

test("a lane is cut where its state changes", () => {
  expect(runs("RRbR")).toEqual([
    { state: "running", start: 0, length: 0.5 },
    { state: "blocked", start: 0.5, length: 0.25 },
    { state: "running", start: 0.75, length: 0.25 },
  ]);
  expect(runs("s")).toEqual([{ state: "sleeping", start: 0, length: 1 }]);
});

test("the shares of a lane, of states that it was in", () => {
  expect(shares("bRRb")).toEqual([
    { state: "running", share: 0.5 },
    { state: "blocked", share: 0.5 },
  ]);
  expect(shares("rd")).toHaveLength(2);
});
