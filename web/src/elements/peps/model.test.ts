import { expect, test } from "vitest";
import { Citations, pepPage, readGraph, type Graph, type Pep } from "./model";

const graph = {
  commit: null,
  date: null,
  nodes: [8, 484, 526].map((number) => ({ number, title: "" }) as Pep),
  edges: [
    { from: 526, to: 484, count: 3, kinds: { role: 3 } },
    { from: 484, to: 8, count: 1, kinds: { role: 1 } },
    { from: 526, to: 8, count: 1, kinds: { text: 1 } },
  ],
} satisfies Graph;

test("references both ways", () => {
  const citations = new Citations(graph);
  expect(citations.citedBy(8).map((r) => [r.pep.number, r.count])).toEqual([
    [484, 1],
    [526, 1],
  ]);
  expect(citations.cites(526).map((r) => r.pep.number)).toEqual([484, 8]);
  expect(citations.neighbours(484)).toEqual(new Set([8, 526]));
  expect(citations.byImportance().map((pep) => pep.number)).toEqual([8, 484, 526]);
  expect(citations.cites(9999)).toEqual([]);
});

test("a file that is not the map's is refused in a sentence", () => {
  expect(readGraph(JSON.stringify(graph)).nodes).toHaveLength(3);
  expect(() => readGraph("<html>")).toThrow("is no JSON");
  expect(() => readGraph("{}")).toThrow("no nodes or no edges");
  expect(() => readGraph("null")).toThrow("no nodes or no edges");
  const loose = { ...graph, edges: [{ from: 8, to: 9, count: 1, kinds: {} }] };
  expect(() => readGraph(JSON.stringify(loose))).toThrow("joins 8 to 9");
});

test("a PEP's page has four digits", () => {
  expect(pepPage(8)).toBe("https://peps.python.org/pep-0008/");
});
