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

const bounds = { left: -10, right: 10, bottom: -5, top: 5 };
const plan = { x: [1, 2, 3], y: [1, 2, 3], bounds, tray: null, guides: [] };

test("a removed PEP stands beside the one it has most to do with, and on no other", () => {
  const all = withRemoved(plan, citations, "force");
  expect([all.x.slice(0, 3), all.y.slice(0, 3)]).toEqual([plan.x, plan.y]);
  const distances = [0, 1, 2].map((i) => Math.hypot(all.x[3]! - all.x[i]!, all.y[3]! - all.y[i]!));
  expect(Math.min(...distances)).toBeGreaterThan(2);
  expect(distances[0]!).toBeLessThan(12);
  expect(withRemoved(plan, citations, "force")).toEqual(all);
  expect(withRemoved(plan, new Citations(graph), "force")).toBe(plan);
});

test("one that has to do with none stands below all, and bounds hold it", () => {
  const lost = { ...difference, edges_removed: [] };
  const alone = new Citations(graph, new Changes(lost, { name: "", date: null }));
  const all = withRemoved(plan, alone, "force");
  expect(all.y[3]!).toBeLessThan(bounds.bottom);
  expect(all.bounds.bottom).toBeLessThan(all.y[3]!);
});

test("along the years it stands at its own", () => {
  const dated = (number: number, created: string) => ({ ...pep(number), created });
  const box = (left: number) => ({ left, right: left + 50, bottom: -5, top: 5 });
  const guides = [2000, 2005, 2010].map((year, i) => ({ label: String(year), box: box(50 * i) }));
  for (const [created, x] of [
    ["2000-01-01", 0],
    ["2003-01-01", 30],
    ["2016-01-01", 160],
  ] as const) {
    const lost = { ...difference, removed: [dated(9, created)] };
    const years = new Citations(graph, new Changes(lost, { name: "", date: null }));
    expect(withRemoved({ ...plan, guides }, years, "timeline").x[3]).toBeCloseTo(x);
  }
});

test("many removed PEPs about one leave room for each other", () => {
  const removed = Array.from({ length: 200 }, (_, i) => pep(100 + i));
  const edges_removed = removed.map(({ number }) => edge(number, 1));
  const lost = { ...difference, removed, edges_removed };
  const crowd = new Citations(graph, new Changes(lost, { name: "", date: null }));
  const { x, y } = withRemoved(plan, crowd, "force");
  let least = Infinity;
  for (let i = 3; i < x.length; i++)
    for (let j = 0; j < i; j++) least = Math.min(least, Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!));
  expect(least).toBeGreaterThan(3);
}, 60_000);
