// The facts of the map: /peps/peps.json and what is counted from it.

import type { Changes } from "./changes";

export interface Pep {
  number: number;
  title: string;
  status: string;
  type: string;
  topic: string[];
  created: string | null;
  authors: string[];
  python_version: string[];
  requires: (number | string)[];
  replaces: (number | string)[];
  superseded_by: (number | string)[];
}

export interface Edge {
  from: number;
  to: number;
  count: number;
  kinds: Record<string, number>;
}

export interface Graph {
  commit: string | null;
  date: string | null;
  nodes: Pep[];
  edges: Edge[];
}

/** One row of "cited by" or "cites": the other PEP and how often it is mentioned. */
export interface Reference {
  pep: Pep;
  count: number;
}

/** Checks a file's shape as far as this page relies on it. Throws an Error that is a sentence. */
export function readGraph(text: string): Graph {
  let graph: Graph;
  try {
    graph = JSON.parse(text) as Graph;
  } catch (error) {
    throw new Error("The file of PEPs is no JSON.", { cause: error });
  }
  if (!Array.isArray(graph?.nodes) || !Array.isArray(graph.edges)) {
    throw new Error("The file of PEPs has no nodes or no edges.");
  }
  const known = new Set(graph.nodes.map((pep) => pep.number));
  const loose = graph.edges.find((edge) => !known.has(edge.from) || !known.has(edge.to));
  if (loose) {
    throw new Error(`The file of PEPs joins ${loose.from} to ${loose.to}, and one is missing.`);
  }
  return graph;
}

/** The graph with its references by PEP, both ways. */
export class Citations {
  readonly graph: Graph;
  /** What is different from another state, null when there is none to compare with. */
  readonly changes: Changes | null;
  /** The graph with what has been removed since that state, PEPs after all others. */
  readonly all: Pick<Graph, "nodes" | "edges">;
  readonly byNumber: ReadonlyMap<number, Pep>;
  #cites = new Map<number, Reference[]>();
  #citedBy = new Map<number, Reference[]>();

  constructor(graph: Graph, changes: Changes | null = null) {
    this.graph = graph;
    this.changes = changes;
    const { removed = [], edges_removed = [] } = changes?.difference ?? {};
    this.all = { nodes: [...graph.nodes, ...removed], edges: [...graph.edges, ...edges_removed] };
    this.byNumber = new Map(this.all.nodes.map((pep) => [pep.number, pep]));
    const lost = new Set(removed.map(({ number }) => number));
    for (const edge of graph.edges) this.#join(edge, true, true);
    // A PEP that is still there cites no more what it cited; one that is lost is told as it was.
    for (const edge of edges_removed) this.#join(edge, lost.has(edge.from), lost.has(edge.to));
  }

  #join({ from, to, count }: Edge, cites: boolean, cited: boolean) {
    if (cites) push(this.#cites, from, { pep: this.byNumber.get(to)!, count });
    if (cited) push(this.#citedBy, to, { pep: this.byNumber.get(from)!, count });
  }

  cites(number: number): readonly Reference[] {
    return this.#cites.get(number) ?? [];
  }

  citedBy(number: number): readonly Reference[] {
    return this.#citedBy.get(number) ?? [];
  }

  /** Whether one PEP cites another. */
  has(from: number, to: number): boolean {
    return this.cites(from).some(({ pep }) => pep.number === to);
  }

  /** How many PEPs cite it. */
  inDegree(number: number): number {
    return this.citedBy(number).length;
  }

  /** The numbers of all PEPs that it cites or that cite it. */
  neighbours(number: number): Set<number> {
    const all = [...this.cites(number), ...this.citedBy(number)];
    return new Set(all.map((reference) => reference.pep.number));
  }

  /** All PEPs, those that most PEPs cite first. */
  byImportance(): Pep[] {
    return [...this.all.nodes].sort(
      (a, b) => this.inDegree(b.number) - this.inDegree(a.number) || a.number - b.number,
    );
  }
}

function push(map: Map<number, Reference[]>, key: number, reference: Reference) {
  const list = map.get(key);
  if (list) list.push(reference);
  else map.set(key, [reference]);
}

/** The PEP's own page. */
export const pepPage = (number: number) =>
  `https://peps.python.org/pep-${String(number).padStart(4, "0")}/`;
