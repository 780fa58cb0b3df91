// What changed between two states of the PEPs: compare.Difference of wasm/peps.

import type { Edge, Pep } from "./model";

export interface Field {
  /** As in peps.json. */
  name: string;
  before: string;
  after: string;
}

export interface Difference {
  added: Pep[];
  removed: Pep[];
  changed: { number: number; title: string; fields: Field[] }[];
  edges_added: Edge[];
  edges_removed: Edge[];
  edges_changed: { from: number; to: number; before: number; after: number }[];
}

/** What became of a PEP. */
export const changeNames = ["added", "changed", "removed", "same"] as const;
export type Change = (typeof changeNames)[number];

/** Which state is compared with. */
export interface Before {
  name: string;
  date: string | null;
}

export class Changes {
  readonly difference: Difference;
  readonly before: Before;
  #peps = new Map<number, Change>();
  #edges = new Map<string, "added" | "removed">();

  constructor(difference: Difference, before: Before) {
    this.difference = difference;
    this.before = before;
    for (const { number } of difference.added) this.#peps.set(number, "added");
    for (const { number } of difference.changed) this.#peps.set(number, "changed");
    for (const { number } of difference.removed) this.#peps.set(number, "removed");
    for (const { from, to } of difference.edges_added) this.#edges.set(`${from}>${to}`, "added");
    for (const { from, to } of difference.edges_removed)
      this.#edges.set(`${from}>${to}`, "removed");
  }

  of(number: number): Change {
    return this.#peps.get(number) ?? "same";
  }

  /** What became of a reference, null for one that stayed. */
  edge(from: number | string, to: number | string): "added" | "removed" | null {
    return this.#edges.get(`${from}>${to}`) ?? null;
  }
}
