import { expect, test } from "vitest";
import { Reader } from "./attributes";
import { Citations, type Graph, type Pep } from "./model";
import { Sift } from "./sift";
import { firstView, type View } from "./view";

const pep = (number: number, status: string) =>
  ({ number, status, title: "", created: "2020-01-01", authors: [], topic: [] }) as unknown as Pep;
const edge = (from: number, to: number, kinds: Record<string, number>) => ({
  ...{ from, to, kinds },
  count: Object.values(kinds).reduce((a, b) => a + b, 0),
});

// 1 is cited by all others, 4 and 5 cite one another; 6 stands alone.
const graph: Graph = {
  commit: null,
  date: null,
  nodes: [1, 2, 3, 4, 5, 6].map((number) => pep(number, number < 4 ? "Final" : "Draft")),
  edges: [
    edge(2, 1, { role: 1 }),
    edge(3, 1, { role: 2, text: 3 }),
    edge(4, 1, { text: 1 }),
    edge(5, 1, { role: 30 }),
    edge(4, 5, { role: 1 }),
    edge(5, 4, { requires: 1 }),
  ],
};
const sift = (view: Partial<View>) =>
  new Sift(
    new Citations(graph),
    { ...firstView, ...view },
    new Reader(new Map(), { change: () => "same", finding: () => null }),
  );

test("each number of references has its count, whatever the least is that is asked for", () => {
  expect(sift({}).degrees(3)).toEqual([1, 2, 2, 1]);
  expect(sift({ degree: 2 }).degrees(5)).toEqual([1, 2, 2, 0, 1, 0]);
  expect(sift({ only: { status: ["Draft"] } }).degrees(5)).toEqual([1, 0, 2, 0, 0, 0]);
});

test("what is counted from the least on is what the filter leaves", () => {
  for (const degree of [0, 1, 2, 3, 4, 5]) {
    const seen = sift({ degree });
    const left = seen.degrees(5).slice(degree);
    expect(left.reduce((a, b) => a + b, 0)).toBe(seen.peps.size);
  }
  for (const mentions of [1, 2, 3, 5, 6, 20]) {
    const seen = sift({ mentions });
    const left = seen.weights(20).slice(mentions);
    expect(left.reduce((a, b) => a + b, 0)).toBe(seen.edges);
  }
});

test("each number of mentions has its count, of the chosen kinds between PEPs that are seen", () => {
  expect(sift({}).weights(5)).toEqual([0, 4, 0, 0, 0, 2]);
  expect(sift({ mentions: 4 }).weights(5)).toEqual([0, 4, 0, 0, 0, 2]);
  expect(sift({ kinds: ["role"] }).weights(5)).toEqual([2, 2, 1, 0, 0, 1]);
  expect(sift({ only: { status: ["Final"] } }).weights(5)).toEqual([0, 1, 0, 0, 0, 1]);
});
