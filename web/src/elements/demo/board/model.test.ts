import { expect, test } from "vitest";
import type { Drawing } from "../../../machine/index";
import { boardsOf } from "./model";

const board = (key: string): Drawing => ({ drawing: "board", key, label: key });
const row = (of: string, name: string, ...cells: string[]): Drawing => ({
  drawing: "row",
  of,
  row: name,
  state: "R",
  cells,
});

test("a row is as it was reported last, in its first place", () => {
  const [jobs] = boardsOf([
    board("jobs"),
    { drawing: "column", of: "jobs", key: "jobs-state", label: "state" },
    row("jobs", "1", "PENDING"),
    row("jobs", "2", "PENDING"),
    row("jobs", "1", "SUCCESS"),
  ]);
  expect(jobs?.columns.map(({ label }) => label)).toEqual(["state"]);
  expect(jobs?.rows.map((r) => [r.row, ...r.cells])).toEqual([
    ["1", "SUCCESS"],
    ["2", "PENDING"],
  ]);
});

test("lines of no board, a second board of a name and what is too much are left out", () => {
  const many = Array.from({ length: 100 }, (_, i) => row("a", String(i)));
  const columns = Array.from({ length: 20 }, (): Drawing => ({
    drawing: "column",
    of: "a",
    key: "k",
    label: "l",
  }));
  const boards = boardsOf([
    row("a", "too early"),
    board("a"),
    board("a"),
    row("none", "1"),
    ...many,
    ...columns,
    ...Array.from({ length: 20 }, (_, i) => board(`b${i}`)),
  ]);
  expect(boards.length).toBe(6);
  expect(boards[0]?.rows.length).toBe(64);
  expect(boards[0]?.columns.length).toBe(8);
});
