// The layout: asked of the engine, given to the drawing.

import type { Citations } from "./model";

export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** A column of years, a row of a layer, a ring of ranks (the box around it), a disc of a group. */
export interface Guide {
  label: string;
  box: Box;
}

/** layout.Plan of wasm/peps/layout: places in the unit of the radii, y upwards. */
export interface Plan {
  x: number[];
  y: number[];
  bounds: Box;
  tray: Box | null;
  guides: Guide[];
}

/**
 * The layouts of the engine's function "arrange", whose argument is
 * {name, seed, radii, metric, choice: {kinds}}: atlas.Arrange of wasm/peps.
 */
export const layouts = ["force", "timeline", "layers", "rank", "community", "topic"] as const;
export type Layout = (typeof layouts)[number];

/** A PEP that nobody cites has radius 1; a node's area grows evenly with each PEP that cites it. */
export const radiusOf = (inDegree: number) => Math.sqrt(1 + inDegree);

/** The seed of the published map: another one, another picture. */
export const seed = 1;

/** The argument of the engine's function "layout". */
export function question(citations: Citations) {
  const { nodes, edges } = citations.graph;
  const place = new Map(nodes.map((pep, i) => [pep.number, i]));
  return {
    graph: {
      nodes: nodes.length,
      edges: edges.map(({ from, to }) => [place.get(from)!, place.get(to)!]),
      radii: nodes.map((pep) => radiusOf(citations.inDegree(pep.number))),
    },
    options: { seed },
  };
}
