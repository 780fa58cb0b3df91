// How PEPs look: colour, shape and size, for the picture and for files.

import type { Citations, Pep } from "./model";
import { statuses, statusLook } from "./palette";
import { radiusOf } from "./plan";
import type { Shape } from "./shapes";

export type Theme = "light" | "dark";

/** One row of the legend, and all PEPs that look so. */
export interface Swatch {
  value: string; // "" for PEPs of which nothing is known
  count: number;
  shape: Shape;
  light: string;
  dark: string;
}

export interface Paint {
  /** The row of the legend that a PEP belongs to. */
  swatch(pep: Pep): Swatch;
  /** In the unit of the plan. */
  radius(pep: Pep): number;
  swatches: readonly Swatch[];
}

/** Colours by status, sizes by how many PEPs cite one. */
export function statusPaint(citations: Citations): Paint {
  const counts = new Map<string, number>();
  for (const { status } of citations.graph.nodes) counts.set(status, (counts.get(status) ?? 0) + 1);
  const known = Object.keys(statuses).filter((status) => counts.has(status));
  const others = [...counts.keys()].filter((status) => !known.includes(status)).sort();
  const swatches = [...known, ...others].map((value) => ({
    value,
    count: counts.get(value)!,
    ...statusLook(value),
  }));
  const of = new Map(swatches.map((swatch) => [swatch.value, swatch]));
  return {
    swatches,
    swatch: (pep) => of.get(pep.status)!,
    radius: (pep) => radiusOf(citations.inDegree(pep.number)),
  };
}
