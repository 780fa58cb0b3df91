// The layout: asked of the engine, given to the drawing.

import type { Engine } from "../../machine/engine";
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

/** What the engine tells while it places PEPs. */
export interface Placed {
  done: number;
  of: number;
}

/**
 * Asks an engine for the first layout. The graph goes beside the question, as
 * layout.ReadGraph of wasm/peps/layout takes it.
 */
export function firstPlan(
  engine: Engine,
  citations: Citations,
  onProgress: (placed: Placed) => void,
): Promise<Plan> {
  const { nodes, edges } = citations.graph;
  const place = new Map(nodes.map((pep, i) => [pep.number, i]));
  const ends = edges.flatMap(({ from, to }) => [place.get(from)!, place.get(to)!]);
  const radii = nodes.map((pep) => radiusOf(citations.inDegree(pep.number)));
  const files = [littleEndian(ends, 4, "setUint32"), littleEndian(radii, 8, "setFloat64")];
  return engine.call<Plan, Placed>("layout", { seed }, { files, onProgress });
}

function littleEndian(
  numbers: readonly number[],
  size: number,
  set: "setUint32" | "setFloat64",
): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(size * numbers.length));
  for (const [i, number] of numbers.entries()) view[set](size * i, number, true);
  return new Uint8Array(view.buffer);
}
