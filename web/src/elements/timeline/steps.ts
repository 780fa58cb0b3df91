import type { Scale } from "./scale";
import { stepsOf } from "./things";

/** Where a drawing stands and how high it is. */
export interface Place {
  y: number;
  height: number;
}

/** How many at once, as steps that grow upwards from a base. Steps that share a pixel show the highest of them. */
export function steps(
  c: CanvasRenderingContext2D,
  stretches: readonly { start: number; end: number }[],
  s: Scale,
  base: Place,
  colour: string,
): void {
  const { all, most } = countsOf(stretches);
  c.fillStyle = colour;
  let [pixel, high] = [-1, 0];
  const flush = () => {
    if (high > 0) c.fillRect(pixel, base.y - high, 1, high);
    high = 0;
  };
  all.forEach(({ at, count }, i) => {
    const end = all[i + 1]?.at ?? at;
    if (count === 0 || end < s.window.from || at > s.window.to) return;
    const [from, to] = s.stretch(at, end);
    const height = Math.max(1, (count / most) * base.height);
    if (to - from > 1) return c.fillRect(from, base.y - height, to - from, height);
    if (Math.floor(from) !== pixel) flush();
    pixel = Math.floor(from);
    high = Math.max(high, height);
  });
  flush();
}

interface Counts {
  all: ReturnType<typeof stepsOf>;
  most: number;
}

/** Thousands of stretches are counted once, not once a frame. */
const counted = new WeakMap<object, Counts>();

function countsOf(stretches: readonly { start: number; end: number }[]): Counts {
  const known = counted.get(stretches);
  if (known) return known;
  const all = stepsOf(stretches);
  const counts = { all, most: all.reduce((high, { count }) => Math.max(high, count), 1) };
  counted.set(stretches, counts);
  return counts;
}
