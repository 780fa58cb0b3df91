import { densityOf, type Density, type Drawn } from "./density";
import { spanAt, type Lane, type Span } from "./model";
import type { Ink } from "./ink";
import type { Pixels } from "./pixels";
import type { Scale } from "./scale";

/** Where a state's bar begins in its row and how high it is: running stands out without any colour. */
export const heights: Record<Drawn, readonly [number, number]> = {
  running: [0, 1],
  runnable: [0.25, 0.5],
  blocked: [0.2, 0.6],
  sleeping: [0.4, 0.2],
};

/** A span narrower than this, in pixels of the page, shares its column with its neighbours. */
const narrow = 2;

/** A row of bars, in the pixels that are written. */
export interface Strip {
  y: number;
  height: number;
  /** How many of them a pixel of the page has. */
  fine: number;
  ink: Ink;
  shown(span: Span): boolean;
  /** Of those that the reader has lit; null when nothing is. */
  lit: ((span: Span) => boolean) | null;
}

/**
 * One goroutine: a bar for each span that is wide enough to be seen, and
 * columns that say how the time within a pixel was shared by those that are not.
 */
export function bars(p: Pixels, lane: Lane, s: Scale, strip: Strip): void {
  let crowded = false;
  for (const span of spansIn(lane, s)) {
    if (!strip.shown(span)) continue;
    if (s.width(span.start, span.end) < narrow) crowded = true;
    else bar(p, span, s, strip);
  }
  if (crowded) columns(p, lane, s, strip);
}

export function* spansIn({ spans }: Lane, { window }: Scale): Generator<Span> {
  for (let i = Math.max(0, spanAt(spans, window.from)); i < spans.length; i++) {
    const span = spans[i] as Span;
    if (span.start > window.to) return;
    if (span.state !== "done" && span.end >= window.from) yield span;
  }
}

/** Where a state's bar begins and ends in a strip. */
function reach(state: Drawn, { y, height }: Strip): [number, number] {
  const [top, share] = heights[state];
  return [Math.round(y + top * height), Math.round(y + (top + share) * height)];
}

function bar(p: Pixels, span: Span, s: Scale, strip: Strip): void {
  const { ink, lit, fine } = strip;
  const state = span.state as Drawn;
  const [x0, x1] = [span.start, span.end].map((at) => Math.round((s.x(at) - s.left) * fine)) as [
    number,
    number,
  ];
  const [y0, y1] = reach(state, strip);
  const bright = !lit || lit(span);
  if (lit && bright) {
    const around = Math.ceil(1.5 * fine);
    p.rect(x0, y0 - around, x1, y1 + around, ink.solid.text);
  }
  p.rect(x0, y0, x1, y1, ink.tiles[state], bright ? 1 : 0.22);
  if (!lit && x1 - x0 >= 5 * fine) p.round(x0, y0, x1, y1);
}

/** Of what shares a pixel the state that is drawn highest is drawn last, over the others. */
const order: readonly Drawn[] = ["sleeping", "blocked", "runnable", "running"];

/** A sliver of a pixel is still seen: no state that is there is fainter than this. */
const faintest = 0.4;

/** Pixels that several spans share: each state that is there, the stronger the more of the time it had. */
function columns(p: Pixels, lane: Lane, s: Scale, strip: Strip): void {
  const short = (span: Span) => s.width(span.start, span.end) < narrow && strip.shown(span);
  const density = densityOf([lane], s.window, Math.max(1, p.width), short);
  for (const state of order) shade(p, density, state, strip);
}

function shade(p: Pixels, density: Density, state: Drawn, strip: Strip): void {
  const [y0, y1] = reach(state, strip);
  const values = density[state];
  const colour = strip.ink.solid[state].pixels[0] as number;
  const dim = strip.lit ? 0.4 : 1;
  for (let x = 0; x < p.width; x++) {
    const part = values[x] ?? 0;
    if (part > 0) p.over(x, y0, y1, colour, dim * Math.min(1, faintest + part));
  }
}
