import type { Ink } from "./ink";
import type { Scale } from "./scale";
import { stepsOf, type Thing } from "./things";

interface Place {
  y: number;
  height: number;
}

/** A thing that lanes share: who had it, and below, how many waited for it. */
export function thingRow(
  c: CanvasRenderingContext2D,
  thing: Thing,
  s: Scale,
  place: Place,
  ink: Ink,
  nameOf: (lane: string) => string,
): void {
  const top = { y: place.y + 3, height: place.height * 0.46 };
  const below = { y: place.y + place.height - 3, height: place.height * 0.32 };
  if (thing.jobs.length > 0) steps(c, thing.jobs, s, { ...top, y: top.y + top.height }, ink.accent);
  holds(c, thing, s, top, ink, nameOf);
  rounds(c, thing, s, place, ink);
  steps(c, thing.waits, s, below, ink.states.blocked);
}

function holds(
  c: CanvasRenderingContext2D,
  thing: Thing,
  s: Scale,
  { y, height }: Place,
  ink: Ink,
  nameOf: (lane: string) => string,
): void {
  const tone = new Map<string, number>();
  for (const { lane } of thing.holds) if (!tone.has(lane)) tone.set(lane, tone.size);
  c.font = `11px ${ink.font}`;
  let drawn = -1;
  for (const { lane, start, end } of thing.holds) {
    if (end < s.window.from || start > s.window.to) continue;
    const [from, to] = s.stretch(start, end);
    const width = Math.max(1, to - from);
    if (from + width <= drawn) continue; // this pixel shows a holder already
    drawn = Math.ceil(from);
    c.fillStyle = ink.accent;
    c.globalAlpha = [1, 0.5, 0.75, 0.3][(tone.get(lane) ?? 0) % 4] ?? 1;
    c.fillRect(from, y, width, height);
    c.globalAlpha = 1;
    const name = width > 26 ? nameOf(lane) : "";
    if (!name || c.measureText(name).width > width - 6) continue;
    c.fillStyle = ink.ground;
    c.fillRect(from + 2, y + 1, c.measureText(name).width + 4, height - 2);
    c.fillStyle = ink.text;
    c.fillText(name, from + 4, y + height / 2 + 0.5);
  }
}

/** The moments at which a barrier let all pass, and each arrival before. */
function rounds(
  c: CanvasRenderingContext2D,
  { arrivals }: Thing,
  s: Scale,
  { y, height }: Place,
  ink: Ink,
): void {
  c.fillStyle = ink.text;
  for (const { at, passed } of arrivals) {
    if (at >= s.window.from && at <= s.window.to) {
      c.beginPath();
      c.moveTo(s.x(at) - 3, y + 4);
      c.lineTo(s.x(at) + 3, y + 4);
      c.lineTo(s.x(at), y + 10);
      c.fill();
    }
    if (passed === null || passed < s.window.from || passed > s.window.to) continue;
    c.fillRect(s.x(passed), y + 2, 1.5, height - 4);
  }
}

/** How many at once, as steps that grow upwards from a base. Steps that share a pixel show the highest of them. */
function steps(
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
