// Which node lies in a direction, for the arrow keys.

export type Direction = "up" | "down" | "left" | "right";

export interface Spot {
  name: string;
  x: number;
  y: number; // upwards
}

/** One step in each direction, y upwards. */
export const vectors: Record<Direction, readonly [number, number]> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/**
 * The spot that lies best in a direction: within 60 degrees of it, near rather
 * than far, and straight ahead rather than aside. Null where there is none.
 */
export function inDirection(from: Spot, spots: Iterable<Spot>, direction: Direction): Spot | null {
  const [vx, vy] = vectors[direction];
  let best: Spot | null = null;
  let least = Infinity;
  for (const spot of spots) {
    const [dx, dy] = [spot.x - from.x, spot.y - from.y];
    const ahead = dx * vx + dy * vy;
    const aside = Math.abs(dx * vy - dy * vx);
    if (ahead <= 0 || aside > ahead * Math.sqrt(3)) continue;
    const cost = Math.hypot(dx, dy) + aside;
    if (cost < least) [best, least] = [spot, cost];
  }
  return best;
}

/** The spot nearest to a place within a distance. */
export function nearestTo(
  at: { x: number; y: number },
  spots: Iterable<Spot>,
  within: number,
): Spot | null {
  let best: Spot | null = null;
  let least = within;
  for (const spot of spots) {
    const distance = Math.hypot(spot.x - at.x, spot.y - at.y);
    if (distance < least) [best, least] = [spot, distance];
  }
  return best;
}
