// What others make of the same graph in the same page: bundled by the bench and
// run beside the map, never part of the site.

import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  type SimulationNodeDatum,
} from "d3-force";
import { DirectedGraph, UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import pagerank from "graphology-metrics/centrality/pagerank";

export { renderer, tasks } from "./tasks";

interface Facts {
  nodes: { number: number }[];
  edges: { from: number; to: number; kinds: Record<string, number> }[];
}

interface PepMap extends HTMLElement {
  ready: Promise<void>;
  graph: Facts;
  analysis(): Promise<{ ask(name: string, argument: unknown): Promise<unknown> }>;
}

type Trials = Record<string, number[]>;

const ticks = 300; // after which d3's simulation is at rest
const turn = () => new Promise((go) => setTimeout(go, 0));

async function timed(work: () => unknown): Promise<number> {
  await turn();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of each way, in turn, so that the machine's moods meet all of them. */
export async function compare(count: number): Promise<Trials> {
  const map = document.querySelector<PepMap>("ahiru-peps")!;
  await map.ready;
  const { graph } = map;
  const engine = await map.analysis();
  const directed = toDirected(graph);
  const undirected = toUndirected(graph);
  const all: Trials = {};
  const add = (name: string, value: number) => (all[name] ??= []).push(value);
  for (let trial = -1; trial < count; trial++) {
    if (trial === 0) for (const name of Object.keys(all)) delete all[name]; // the first warmed up
    const seed = trial + 2;
    const watch = watchTasks();
    const arrange = { name: "force", seed, choice: { kinds: null } };
    add("layout", await timed(() => engine.ask("arrange", arrange)));
    add("layout task", await watch());
    add("d3", await timed(() => settle(graph)));
    const choice = { kinds: null, restarts: 1, seed };
    add("louvain", await timed(() => engine.ask("metric", { name: "community", choice })));
    const groups = (await engine.ask("groups", choice)) as { modularity: number };
    add("louvain modularity", groups.modularity);
    add("graphology louvain", await timed(() => louvain(undirected)));
    add("graphology modularity", louvain.detailed(undirected).modularity);
    const kinds = [...new Set(graph.edges.flatMap((edge) => Object.keys(edge.kinds)))];
    const rank = { name: "pagerank", choice: { kinds } };
    add("pagerank", await timed(() => engine.ask("metric", rank)));
    const exact = { maxIterations: 1000, tolerance: 1e-13, getEdgeWeight: null };
    add("graphology pagerank", await timed(() => pagerank(directed, exact)));
  }
  return all;
}

/** d3's own defaults, with the links and radii that the map has. */
function settle({ nodes, edges }: Facts) {
  const cited = new Map<number, number>();
  for (const { to } of edges) cited.set(to, (cited.get(to) ?? 0) + 1);
  const points = nodes.map(({ number }) => ({
    id: number,
    r: Math.sqrt(1 + (cited.get(number) ?? 0)),
  })) as (SimulationNodeDatum & { id: number; r: number })[];
  forceSimulation(points)
    .force("charge", forceManyBody())
    .force(
      "link",
      forceLink<(typeof points)[number], { source: number; target: number }>(
        edges.map(({ from, to }) => ({ source: from, target: to })),
      ).id(({ id }) => id),
    )
    .force(
      "collide",
      forceCollide<(typeof points)[number]>(({ r }) => r),
    )
    .force("center", forceCenter())
    .stop()
    .tick(ticks);
}

function toDirected({ nodes, edges }: Facts) {
  const graph = new DirectedGraph();
  for (const { number } of nodes) graph.addNode(number);
  for (const { from, to } of edges) graph.addEdge(from, to);
  return graph;
}

function toUndirected({ nodes, edges }: Facts) {
  const graph = new UndirectedGraph();
  for (const { number } of nodes) graph.addNode(number);
  for (const { from, to } of edges) graph.mergeEdge(from, to);
  return graph;
}

/** Starts watching; what it gives ends it, with the longest task of the main thread. */
function watchTasks(): () => Promise<number> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: "longtask" });
  return async () => {
    await new Promise((go) => setTimeout(go, 100));
    observer.disconnect();
    return longest;
  };
}

/** A literature of made-up PEPs, each citing some older ones, famous ones first (Price, 1976). */
export function synthetic(count: number, references: number): string {
  let state = 1;
  const dice = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const statuses = ["Final", "Draft", "Rejected", "Superseded", "Withdrawn"];
  const nodes = Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    title: `Made-up proposal ${i + 1}`,
    status: statuses[dice(statuses.length)],
    type: "Standards Track",
    topic: [],
    created: `${2000 + Math.floor((25 * i) / count)}-01-01`,
    authors: [`Author ${dice(200)}`],
    python_version: [],
    requires: [],
    replaces: [],
    superseded_by: [],
  }));
  const drawn = [1];
  const seen = new Set<number>();
  const edges = [];
  while (edges.length < references) {
    const from = 2 + dice(count - 1);
    const to = dice(2) === 0 ? drawn[dice(drawn.length)]! : 1 + dice(from - 1);
    if (to >= from || seen.has(from * (count + 1) + to)) continue;
    seen.add(from * (count + 1) + to);
    drawn.push(to);
    edges.push({ from, to, count: 1, kinds: { role: 1 } });
  }
  return JSON.stringify({ commit: null, date: null, nodes, edges });
}

/** Puts a map of other facts in the place of the page's, and waits until it can be used. */
export async function show(facts: string): Promise<number> {
  const map = document.querySelector<PepMap>("ahiru-peps")!;
  const original = window.fetch;
  window.fetch = (input, init) =>
    String(input instanceof Request ? input.url : input).endsWith("/synthetic.json")
      ? Promise.resolve(new Response(facts))
      : original(input, init);
  const other = map.cloneNode() as PepMap;
  other.setAttribute("src", "/synthetic.json");
  const start = performance.now();
  map.replaceWith(other);
  await other.ready;
  window.fetch = original;
  return performance.now() - start;
}

/** Frames a second while the view is zoomed in and out by the wheel. */
export async function frames(milliseconds: number): Promise<number> {
  const stage = document
    .querySelector("ahiru-peps")!
    .shadowRoot!.querySelector<HTMLElement>(".stage")!;
  const mouse = stage.querySelector(".sigma-mouse") ?? stage.lastElementChild!;
  const { left, top, width, height } = stage.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < milliseconds; count++) {
    const deltaY = Math.sin(count / 10) > 0 ? -30 : 30;
    mouse.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY, cancelable: true }));
    await frame();
  }
  return (1000 * count) / (performance.now() - start);
}
