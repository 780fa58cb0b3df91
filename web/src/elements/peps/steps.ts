// Arrow keys on the scene: to the next PEP, and moving one.

import { inDirection, vectors, type Direction, type Spot } from "./nearest";
import type { Scene } from "./scene";

/** What the filters let through. */
export interface Filters {
  passes(node: string): boolean;
  lets(from: string, to: string): boolean;
}

/**
 * Where an arrow key leads: to a PEP that cites this one or is cited by it,
 * and where none lies in that direction to the next one that does.
 */
export function stepFrom(
  scene: Scene,
  from: string,
  direction: Direction,
  filters: Filters,
): string | null {
  const spot = (name: string): Spot => {
    const { x, y } = scene.getNodeAttributes(name);
    return { name, x, y };
  };
  const here = spot(from);
  const linked = scene
    .neighbors(from)
    .filter((other) => filters.lets(from, other) || filters.lets(other, from));
  const all = scene.filterNodes((node) => filters.passes(node));
  const next =
    inDirection(here, linked.map(spot), direction) ?? inDirection(here, all.map(spot), direction);
  return next && next.name;
}

/** Moves a node by a distance in the unit of the plan. */
export function nudge(scene: Scene, node: string, direction: Direction, distance: number): void {
  const [dx, dy] = vectors[direction];
  const { x, y } = scene.getNodeAttributes(node);
  scene.mergeNodeAttributes(node, { x: x + dx * distance, y: y + dy * distance });
}
