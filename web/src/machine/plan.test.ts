import { expect, test } from "vitest";
import { toDrawing } from "./drawings";

const plan = {
  drawing: "plan",
  floors: ["2F", "1F"],
  places: [
    [0, 0, 0, 8, 6, "lab"],
    [1, 0, 6, 8, 3, ""],
  ],
  closed: [[0, 1]],
};
const step = { drawing: "step", of: "a", settled: 3, cost: 1.5, reached: [4, 5] };

test.each([
  plan,
  { drawing: "search", key: "a", label: "A*", unit: "s" },
  step,
  { drawing: "route", of: "a", places: [] },
])("%o passes as it is, twice, and alone", (line) => {
  expect(toDrawing(line)).toEqual(line);
  expect(toDrawing(toDrawing({ ...line, onclick: "x" }))).toEqual(line);
});

test.each([
  null,
  [],
  "plan",
  {},
  { drawing: "constructor" },
  { ...plan, floors: "2F" },
  { ...plan, floors: [7] },
  { ...plan, floors: Array(21).fill("F") },
  { ...plan, floors: ["1F"] }, // a place stands on the second
  { ...plan, places: Array(501).fill([0, 0, 0, 8, 6, ""]) },
  { ...plan, places: [[0, 0, 0, 8, 6]] },
  { ...plan, places: [[0, 0, 0, 0, 6, "no width"]] },
  { ...plan, places: [[0, -1, 0, 8, 6, ""]] },
  { ...plan, places: [[0, 1e7, 0, 8, 6, ""]] },
  { ...plan, places: [[0, NaN, 0, 8, 6, ""]] },
  { ...plan, places: [[0.5, 0, 0, 8, 6, ""]] },
  { ...plan, places: [[0, 0, 0, 8, 6, "x".repeat(301)]] },
  { ...plan, places: [[0, 0, 0, "8", 6, ""]] },
  { ...plan, closed: [[0, 2]] },
  { ...plan, closed: [[0]] },
  { ...plan, closed: [0, 1] },
  { drawing: "search", key: "", label: "", unit: "" },
  { drawing: "search", key: "a", label: "" },
  { drawing: "search", key: "a", label: "x".repeat(301), unit: "" },
  { ...step, settled: -1 },
  { ...step, settled: 500 },
  { ...step, cost: Infinity },
  { ...step, reached: [1.5] },
  { ...step, reached: {} },
  { drawing: "route", of: 1, places: [] },
])("%o is no drawing", (v) => {
  expect(toDrawing(v)).toBeUndefined();
});
