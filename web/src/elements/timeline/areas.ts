import { densityOf, drawn, highest, type Density } from "./density";
import type { Ink } from "./ink";
import type { Lane, Span } from "./model";
import type { Scale } from "./scale";

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
  c: CanvasRenderingContext2D,
  density: Density,
  s: Scale,
  place: { y: number; height: number },
  ink: Ink,
): void {
  const most = highest(density) || 1;
  const count = Math.floor(s.right - s.left);
  const base = new Float32Array(count + 1);
  for (const state of drawn) {
    const values = density[state];
    if (!values.some((value) => value > 0)) continue;
    c.fillStyle = ink.fills[state];
    c.beginPath();
    for (let i = 0; i < count; i++) {
      const part = ((values[i] ?? 0) / most) * place.height;
      if (part <= 0) continue;
      const high = Math.max(part, 0.75); // one of ten thousand is still seen
      c.rect(s.left + i, place.y + place.height - (base[i] ?? 0) - high, 1, high);
      base[i] = (base[i] ?? 0) + part;
    }
    c.fill();
  }
}

export const densityIn = (lanes: readonly Lane[], s: Scale, shown: (span: Span) => boolean) =>
  densityOf(lanes, s.window, Math.max(1, Math.floor(s.right - s.left)), shown);
