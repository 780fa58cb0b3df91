// Which PEPs and references the filters let through.

import { yearOf, type Reader } from "./attributes";
import type { Citations, Edge, Pep } from "./model";
import type { Attribute, View } from "./view";

export class Sift {
  readonly peps: ReadonlySet<number>;
  #view: View;
  #reader: Reader;
  #edges: ReadonlySet<string>;
  #citations: Citations;

  constructor(citations: Citations, view: View, reader: Reader) {
    this.#citations = citations;
    this.#view = view;
    this.#reader = reader;
    this.peps = new Set(
      citations.all.nodes.filter((pep) => this.passes(pep)).map(({ number }) => number),
    );
    this.#edges = new Set(
      citations.all.edges.filter((edge) => this.#lets(edge)).map(({ from, to }) => key(from, to)),
    );
  }

  /** Whether a reference is seen: of its kind and weight, between PEPs that are. */
  edge(from: number | string, to: number | string): boolean {
    return this.#edges.has(key(from, to));
  }

  get edges(): number {
    return this.#edges.size;
  }

  #lets({ from, to, kinds }: Edge): boolean {
    if (!this.peps.has(from) || !this.peps.has(to)) return false;
    return mentions(kinds, this.#view.kinds) >= this.#view.mentions;
  }

  /** Whether a PEP passes all filters but those of one attribute. */
  passes(pep: Pep, except?: Attribute | "degree-least"): boolean {
    const { only, years, degree } = this.#view;
    const year = yearOf(pep);
    if (years && (year === null || year < years[0] || year > years[1])) return false;
    if (degree > 0 && except !== "degree-least" && this.#degree(pep) < degree) return false;
    return (Object.keys(only) as Attribute[]).every((name) => {
      if (name === except || !this.#reader.knows(name)) return true;
      return this.#reader.values(name, pep).some((value) => only[name]!.includes(value));
    });
  }

  #degree({ number }: Pep): number {
    return this.#citations.neighbours(number).size;
  }

  /** How many PEPs that pass the other filters have 0, 1, 2 … references; the last ones so many or more. */
  degrees(most: number): number[] {
    const counts = new Array<number>(most + 1).fill(0);
    for (const pep of this.#citations.all.nodes) {
      if (this.passes(pep, "degree-least")) counts[Math.min(this.#degree(pep), most)]!++;
    }
    return counts;
  }

  /** How many references between PEPs that are seen have 0, 1, 2 … mentions of the chosen kinds. */
  weights(most: number): number[] {
    const counts = new Array<number>(most + 1).fill(0);
    for (const { from, to, kinds } of this.#citations.all.edges) {
      if (!this.peps.has(from) || !this.peps.has(to)) continue;
      counts[Math.min(mentions(kinds, this.#view.kinds), most)]!++;
    }
    return counts;
  }

  /** How many references between PEPs that are seen have each kind. */
  kinds(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { from, to, kinds } of this.#citations.all.edges) {
      if (!this.peps.has(from) || !this.peps.has(to)) continue;
      for (const kind of Object.keys(kinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return counts;
  }

  /** How many PEPs that pass the other filters have each value of an attribute. */
  counts(name: Attribute): Map<string, number> {
    const counts = new Map<string, number>();
    for (const pep of this.#citations.all.nodes) {
      const passes = this.passes(pep, name);
      for (const value of this.#reader.values(name, pep)) {
        counts.set(value, (counts.get(value) ?? 0) + (passes ? 1 : 0));
      }
    }
    return counts;
  }
}

/** The mentions of an edge that are of chosen kinds. */
export function mentions(kinds: Record<string, number>, chosen: readonly string[] | null): number {
  const counted = Object.entries(kinds).filter(([kind]) => chosen?.includes(kind) ?? true);
  return counted.reduce((sum, [, count]) => sum + count, 0);
}

const key = (from: number | string, to: number | string) => `${from}>${to}`;
