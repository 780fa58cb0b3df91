import { expect, test } from "vitest";
import { toDrawing } from "./drawings";

const row = { drawing: "row", of: "jobs", row: "3", state: "R", cells: ["STARTED", "1"] };

test.each([
  { drawing: "board", key: "jobs", label: "Jobs" },
  { drawing: "column", of: "jobs", key: "jobs-state", label: "state" },
  row,
  { ...row, cells: [] },
  { ...row, process: 0 },
  { ...row, process: 7 },
])("%o passes as it is, twice, and alone", (line) => {
  expect(toDrawing(line)).toEqual(line);
  expect(toDrawing(toDrawing({ ...line, onclick: "x" }))).toEqual(line);
});

test.each([
  { drawing: "board", key: "", label: "Jobs" },
  { drawing: "board", key: "jobs" },
  { drawing: "column", of: "jobs", key: 3, label: "state" },
  { drawing: "column", key: "a", label: "state" },
  { ...row, state: "RR" },
  { ...row, state: "x" },
  { ...row, row: "" },
  { ...row, cells: "STARTED" },
  { ...row, process: -1 },
  { ...row, process: 1.5 },
  { ...row, process: "7" },
  { ...row, process: null },
  { ...row, cells: [1] },
  { ...row, cells: ["x".repeat(101)] },
  { ...row, cells: Array(9).fill("") },
])("%o is no drawing", (line) => {
  expect(toDrawing(line)).toBeUndefined();
});
