import { densityOf, drawn, highest, type Density } from "./density";
import type { Lane, Span, State } from "./model";
import type { Pixels, Tile } from "./pixels";
import type { TimeWindow } from "./window";

/** Counting ten thousand lanes takes a while: it is done once for each picture of them. */
export class Densities {
  private known = new Map<string, Density>();
  private of: unknown[] = [];

  /** The density of some lanes; those counted for other circumstances are forgotten. */
  get(key: string, circumstances: unknown[], count: () => Density): Density {
    if (circumstances.some((each, i) => each !== this.of[i])) {
      this.known.clear();
      this.of = circumstances;
    }
    const density = this.known.get(key) ?? count();
    this.known.set(key, density);
    return density;
  }
}

/** Many goroutines in one row: how many are in which state, stacked, as high as the row where all are there. */
export function area(
  p: Pixels,
  density: Density,
  place: { y: number; height: number },
  tiles: Record<State, Tile>,
): void {
  const most = highest(density) || 1;
  const base = new Float32Array(p.width);
  for (const state of drawn) {
    const values = density[state];
    for (let x = 0; x < p.width; x++) {
      const part = ((values[x] ?? 0) / most) * place.height;
      if (part <= 0) continue;
      const below = base[x] ?? 0;
      const bottom = Math.round(place.y + place.height - below);
      const top = Math.round(place.y + place.height - below - part);
      p.rect(x, Math.min(top, bottom - 1), x + 1, bottom, tiles[state]); // one of ten thousand is still seen
      base[x] = below + part;
    }
  }
}

export const densityIn = (
  lanes: readonly Lane[],
  window: TimeWindow,
  columns: number,
  shown: (span: Span) => boolean,
) => densityOf(lanes, window, Math.max(1, columns), shown);
