import { expect, test } from "vitest";
import { Changes, type Difference } from "./changes";
import { Citations, type Edge, type Pep } from "./model";
import { withRemoved } from "./removed";

const pep = (number: number) => ({ number, title: `Number ${number}`, created: null }) as Pep;
const edge = (from: number, to: number): Edge => ({ from, to, count: 1, kinds: { role: 1 } });

const difference: Difference = {
  added: [pep(3)],
  removed: [pep(9)],
  changed: [{ number: 1, title: "Number 1", fields: [] }],
  edges_added: [edge(3, 1)],
  edges_removed: [edge(1, 9), edge(9, 2), edge(2, 1)],
  edges_changed: [],
};
const graph = { commit: null, date: null, nodes: [pep(1), pep(2), pep(3)], edges: [edge(3, 1)] };
const citations = new Citations(
  graph,
  new Changes(difference, { name: "what it was", date: null }),
);

test("every PEP and reference knows what became of it", () => {
  const changes = citations.changes!;
  expect([1, 2, 3, 9].map((number) => changes.of(number))).toEqual([
    "changed",
    "same",
    "added",
    "removed",
  ]);
  expect(changes.edge(3, 1)).toBe("added");
  expect(changes.edge("9", "2")).toBe("removed");
  expect(changes.edge(1, 3)).toBe(null);
});

test("a lost PEP is told as it was, those that stay as they are", () => {
  expect(citations.all.nodes.map(({ number }) => number)).toEqual([1, 2, 3, 9]);
  expect(citations.cites(9).map((reference) => reference.pep.number)).toEqual([2]);
  expect(citations.citedBy(9).map((reference) => reference.pep.number)).toEqual([1]);
  expect(citations.cites(1)).toEqual([]);
  expect(citations.inDegree(1)).toBe(1);
  expect(citations.graph).toBe(graph);
});

test("removed PEPs stand below all others, and bounds hold them", () => {
  const bounds = { left: -10, right: 10, bottom: -5, top: 5 };
  const plan = { x: [1, 2, 3], y: [1, 2, 3], bounds, tray: null, guides: [] };
  const all = withRemoved(plan, citations);
  expect(all.x).toHaveLength(4);
  expect(all.y[3]!).toBeLessThan(bounds.bottom);
  expect(all.bounds.bottom).toBeLessThan(all.y[3]!);
  expect(withRemoved(plan, new Citations(graph))).toBe(plan);
});
