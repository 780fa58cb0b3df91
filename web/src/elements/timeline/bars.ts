import { densityOf, type Drawn } from "./density";
import { spanAt, type Lane, type Span } from "./model";
import type { Ink } from "./ink";
import type { Scale } from "./scale";

/** Where a state's bar begins in its row and how high it is: running stands out without any colour. */
export const heights: Record<Drawn, readonly [number, number]> = {
  running: [0, 1],
  runnable: [0.25, 0.5],
  blocked: [0.2, 0.6],
  sleeping: [0.4, 0.2],
};

/** A span narrower than this, in pixels, shares its column with its neighbours. */
const narrow = 2;

export interface Strip {
  y: number;
  height: number;
  ink: Ink;
  shown(span: Span): boolean;
  /** Of those that the reader has lit; null when nothing is. */
  lit: ((span: Span) => boolean) | null;
}

/**
 * One goroutine: a bar for each span that is wide enough to be seen, and
 * columns that say how the time within a pixel was shared by those that are not.
 */
export function bars(c: CanvasRenderingContext2D, lane: Lane, s: Scale, strip: Strip): void {
  let crowded = false;
  for (const span of spansIn(lane, s)) {
    if (!strip.shown(span)) continue;
    const [from, to] = s.stretch(span.start, span.end);
    if (to - from < narrow) crowded = true;
    else bar(c, span, from, to, strip);
  }
  if (crowded) columns(c, lane, s, strip);
}

export function* spansIn({ spans }: Lane, { window }: Scale): Generator<Span> {
  for (let i = Math.max(0, spanAt(spans, window.from)); i < spans.length; i++) {
    const span = spans[i] as Span;
    if (span.start > window.to) return;
    if (span.state !== "done" && span.end >= window.from) yield span;
  }
}

function bar(
  c: CanvasRenderingContext2D,
  span: Span,
  from: number,
  to: number,
  { y, height, ink, lit }: Strip,
): void {
  const [top, share] = heights[span.state as Drawn];
  const bright = !lit || lit(span);
  c.globalAlpha = bright ? 1 : 0.22;
  c.fillStyle = ink.fills[span.state];
  const [at, high] = [y + top * height, share * height];
  rounded(c, from, at, to - from, high);
  if (lit && bright) {
    c.strokeStyle = ink.text;
    c.lineWidth = 1.5;
    c.strokeRect(from, at - 1, to - from, high + 2);
  }
  c.globalAlpha = 1;
}

function rounded(c: CanvasRenderingContext2D, x: number, y: number, w: number, h: number): void {
  if (w < 5) return c.fillRect(x, y, w, h);
  c.beginPath();
  c.roundRect(x, y, w, h, Math.min(2.5, h / 2));
  c.fill();
}

/** Of what shares a pixel the state that is drawn highest is drawn last, over the others. */
const order: readonly Drawn[] = ["sleeping", "blocked", "runnable", "running"];

/** A sliver of a pixel is still seen: no state that is there is fainter than this. */
const faintest = 0.4;

/** Pixels that several spans share: each state that is there, the stronger the more of the time it had. */
function columns(c: CanvasRenderingContext2D, lane: Lane, s: Scale, strip: Strip): void {
  const count = Math.max(1, Math.floor(s.right - s.left));
  const short = (span: Span) => s.width(span.start, span.end) < narrow && strip.shown(span);
  const density = densityOf([lane], s.window, count, short);
  const dim = strip.lit ? 0.4 : 1;
  for (const state of order) {
    const [top, share] = heights[state];
    const [y, height] = [strip.y + top * strip.height, share * strip.height];
    const values = density[state];
    c.fillStyle = strip.ink.states[state];
    for (let i = 0; i < count; i++) {
      const part = values[i] ?? 0;
      if (part <= 0) continue;
      c.globalAlpha = dim * Math.min(1, faintest + part);
      c.fillRect(s.left + i, y, 1, height);
    }
  }
  c.globalAlpha = 1;
}
