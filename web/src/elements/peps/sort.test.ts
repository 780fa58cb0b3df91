import { expect, test } from "vitest";
import type { Pep, Reference } from "./model";
import { nextOrder, sorted, type Column } from "./sort";

const row = (
  number: number,
  title: string,
  status: string,
  created: string | null,
  count: number,
): Reference => ({ pep: { number, title, status, created } as Pep, count });

const rows = [
  row(526, "Syntax for Variables", "Final", "2016-08-09", 2),
  row(8, "Style Guide", "Active", "2001-07-05", 9),
  row(9999, "b", "Draft", null, 2),
];

test.each<[Column, number[]]>([
  ["pep", [8, 526, 9999]],
  ["title", [9999, 8, 526]],
  ["status", [8, 9999, 526]],
  ["created", [9999, 8, 526]],
  ["count", [526, 9999, 8]],
])("by %s", (column, want) => {
  expect(sorted(rows, { column, descending: false }).map((r) => r.pep.number)).toEqual(want);
});

test("descending keeps equal rows in the order of their numbers", () => {
  const got = sorted(rows, { column: "count", descending: true }).map((r) => r.pep.number);
  expect(got).toEqual([8, 526, 9999]);
});

test("a click on a column's head", () => {
  const first = { column: "pep", descending: false } as const;
  expect(nextOrder(first, "pep")).toEqual({ column: "pep", descending: true });
  expect(nextOrder(first, "title")).toEqual({ column: "title", descending: false });
  expect(nextOrder(first, "count")).toEqual({ column: "count", descending: true });
});
