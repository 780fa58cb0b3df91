import { spanAt, type Lane, type Span, type State } from "./model";
import type { TimeWindow } from "./window";

/** How many goroutines are in each state, column by column; a column's value is a mean over its time. */
export type Density = Record<Drawn, Float32Array>;

/** The states that take time, from the one drawn first, at the bottom. */
export const drawn = ["running", "runnable", "blocked", "sleeping"] as const;
export type Drawn = (typeof drawn)[number];

/**
 * Counts the lanes of each state in every column of a window. Each span adds
 * what it covers of a column, so that none is lost however short it is, and the
 * work grows with spans and columns, not with their product.
 */
export function densityOf(
  lanes: readonly Lane[],
  window: TimeWindow,
  columns: number,
  counts: (span: Span) => boolean = () => true,
): Density {
  const steps = emptyDensity(columns + 1);
  const parts = emptyDensity(columns + 1);
  const scale = columns / (window.to - window.from);
  for (const { spans } of lanes) {
    for (let i = Math.max(0, spanAt(spans, window.from)); i < spans.length; i++) {
      const span = spans[i] as Span;
      if (span.start >= window.to) break;
      if (span.end <= window.from || !isDrawn(span.state) || !counts(span)) continue;
      const from = Math.max(0, (span.start - window.from) * scale);
      const to = Math.min(columns, (span.end - window.from) * scale);
      add(steps[span.state], parts[span.state], from, to);
    }
  }
  for (const state of drawn) sum(steps[state], parts[state]);
  return parts;
}

/** A stretch of columns: whole ones as steps up and down, the ends in part. */
function add(steps: Float32Array, parts: Float32Array, from: number, to: number): void {
  const first = Math.floor(from);
  const last = Math.floor(to);
  if (first === last) {
    parts[first] = (parts[first] ?? 0) + to - from;
    return;
  }
  parts[first] = (parts[first] ?? 0) + first + 1 - from;
  steps[first + 1] = (steps[first + 1] ?? 0) + 1;
  steps[last] = (steps[last] ?? 0) - 1;
  parts[last] = (parts[last] ?? 0) + to - last;
}

function sum(steps: Float32Array, parts: Float32Array): void {
  let height = 0;
  for (let i = 0; i < steps.length; i++) {
    height += steps[i] ?? 0;
    parts[i] = (parts[i] ?? 0) + height;
  }
}

const isDrawn = (state: State): state is Drawn => state !== "done";

const emptyDensity = (length: number): Density => ({
  running: new Float32Array(length),
  runnable: new Float32Array(length),
  blocked: new Float32Array(length),
  sleeping: new Float32Array(length),
});

/** The most goroutines that any column has. */
export function highest(density: Density): number {
  let most = 0;
  for (let i = 0; i < density.running.length; i++) {
    most = Math.max(
      most,
      drawn.reduce((sum, state) => sum + (density[state][i] ?? 0), 0),
    );
  }
  return most;
}
