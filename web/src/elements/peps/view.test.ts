import { expect, test } from "vitest";
import { Reader } from "./attributes";
import { classesOf } from "./classes";
import { Citations, type Pep } from "./model";
import { makePaint, others, valuesOf, type Paint, type Swatch } from "./paint";
import { Sift } from "./sift";
import { firstView, isFiltering, toggled, type View } from "./view";

const pep = (number: number, status: string, created: string, topic: string[] = []) =>
  ({
    number,
    title: `PEP number ${number}`,
    status,
    type: "Process",
    topic,
    created,
    authors: [],
    python_version: [],
  }) as unknown as Pep;

const citations = new Citations({
  commit: null,
  date: null,
  nodes: [
    pep(1, "Active", "2000-06-13"),
    pep(8, "Active", "2001-07-05", ["Typing", "Packaging"]),
    pep(484, "Final", "2014-09-29", ["Typing"]),
  ],
  edges: [
    { from: 484, to: 8, count: 3, kinds: { role: 2, requires: 1 } },
    { from: 8, to: 1, count: 1, kinds: { text: 1 } },
  ],
});

const sift = (view: Partial<View>) =>
  new Sift(citations, { ...firstView, ...view }, new Reader(new Map()));
const seen = (view: Partial<View>) => [...sift(view).peps];

test("filters combine", () => {
  expect(seen({})).toEqual([1, 8, 484]);
  expect(seen({ only: { status: ["Active"] } })).toEqual([1, 8]);
  expect(seen({ only: { topic: ["Typing"] } })).toEqual([8, 484]);
  expect(seen({ only: { topic: ["-"] } })).toEqual([1]);
  expect(seen({ only: { status: ["Active"], topic: ["Typing"] } })).toEqual([8]);
  expect(seen({ years: [2001, 2010] })).toEqual([8]);
  expect(seen({ degree: 2 })).toEqual([8]);
});

test("references by kind, weight and ends", () => {
  expect(sift({}).edges).toBe(2);
  expect(sift({ mentions: 2 }).edge(484, 8)).toBe(true);
  expect(sift({ mentions: 2 }).edge(8, 1)).toBe(false);
  expect(sift({ kinds: ["requires"], mentions: 2 }).edges).toBe(0);
  expect(sift({ kinds: [] }).edges).toBe(0);
  expect(sift({ only: { status: ["Final"] } }).edges).toBe(0);
});

test("counts of a value are of what the other filters leave", () => {
  const counts = sift({ only: { status: ["Active"], topic: ["Typing"] } }).counts("status");
  expect([...counts]).toEqual([
    ["Active", 1],
    ["Final", 1],
  ]);
});

test("values are switched off and on; all off is all on", () => {
  const all = ["a", "b"];
  const once = toggled(firstView, "status", ["a"], all);
  expect(once.only).toEqual({ status: ["b"] });
  expect(isFiltering(once)).toBe(true);
  expect(toggled(once, "status", ["a"], all)).toEqual(firstView);
  expect(toggled(once, "status", ["b"], all)).toEqual(firstView);
});

test("one value after another is chosen, and several at once", () => {
  const all = ["a", "b", "c", "d"];
  const first = { ...firstView, only: { status: ["a"] } };
  const second = toggled(first, "status", ["b"], all);
  expect(second.only).toEqual({ status: ["a", "b"] });
  expect(toggled(second, "status", ["c", "d"], all)).toEqual(firstView);
  expect(toggled(firstView, "status", ["c", "d"], all).only).toEqual({ status: ["a", "b"] });
});

test("the last row of the legend stands for all that have none of their own", () => {
  const row = (value: string) => ({ value }) as Swatch;
  const paint = { swatches: [row("0"), row("1"), row(others)] } as unknown as Paint;
  expect(valuesOf(paint, others, ["0", "1", "2", "3"])).toEqual(["2", "3"]);
  expect(valuesOf(paint, "1", ["0", "1", "2", "3"])).toEqual(["1"]);
});

test("classes have equally many different values", () => {
  const { of, bounds } = classesOf([0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 900]);
  expect(bounds).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
    [6, 7],
    [8, 900],
  ]);
  expect([0, 3, 899].map(of)).toEqual([0, 1, 4]);
  expect(classesOf([]).of(3)).toBe(0);
});

test("every PEP has its row of the legend", () => {
  const metrics = new Map([
    ["community", { 1: 0, 8: 0, 484: 1 }],
    ["pagerank", { 1: 0.5, 8: 0.3, 484: 0.2 }],
  ]);
  for (const by of ["status", "topic", "created", "community", "pagerank"] as const) {
    const paint = makePaint(citations, new Reader(metrics), by, "pagerank");
    expect(paint.swatches.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    for (const pep of citations.graph.nodes) expect(paint.swatches).toContain(paint.swatch(pep));
  }
});
