import type { Ink } from "./ink";
import type { Scale } from "./scale";
import { steps, type Place } from "./steps";
import type { Thing } from "./things";

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
