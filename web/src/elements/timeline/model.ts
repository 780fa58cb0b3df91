// What wasm/timeline gives: its package says what each member means. Moments are milliseconds.

export const states = ["running", "runnable", "blocked", "sleeping", "done"] as const;
export type State = (typeof states)[number];

export interface Span {
  start: number;
  end: number;
  state: State;
  /** In words; "" for running and done. */
  reason: string;
  /** Of the program's own source, 0 when it is not there. */
  line: number;
  stack?: number;
}

export interface Lane {
  id: string;
  /** The function that it was started with. */
  name: string;
  worker: number;
  spans: Span[];
  parent?: string;
  /** When it ended, null when it never did. */
  died?: number | null;
  /** The stack of the go statement that made it. */
  made?: number;
}

export interface Frame {
  func: string;
  file: string;
  line: number;
}

export interface Model {
  lanes: Lane[];
  wakeups: { at: number; from: string; to: string }[];
  /** Goroutines of the runtime and the event loop, which have no lane. */
  hidden: number;
  end?: number;
  /** Events that came after as many as are kept. */
  missing?: number;
  faults?: { worker: number; reason: string }[];
  stacks?: Frame[][];
  collections?: { worker: number; name: string; start: number; end: number }[];
}

export const emptyModel: Model = { lanes: [], wakeups: [], hidden: 0 };

/** The moment up to which things are known. */
export function endOf(model: Model): number {
  if (model.end !== undefined) return model.end;
  return Math.max(0, ...model.lanes.map(({ spans }) => spans.at(-1)?.end ?? 0));
}

/** The index of the span that a moment falls into, or of the last before it; -1 before all. */
export function spanAt(spans: Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What a lane is in at a moment: nothing before its birth and after its death. */
export function stateAt(lane: Lane, at: number): Span | undefined {
  const span = lane.spans[spanAt(lane.spans, at)];
  if (!span || span.state === "done") return undefined;
  return at <= span.end ? span : undefined;
}

/** The nearest moment after (or before) this one at which anything changes; this one when there is none. */
export function nextMoment(model: Model, at: number, direction: 1 | -1): number {
  let best: number | undefined;
  for (const { spans } of model.lanes) {
    const i = spanAt(spans, at);
    for (const near of [spans[i - 1], spans[i], spans[i + 1]]) {
      for (const moment of near ? [near.start, near.end] : []) {
        if ((moment - at) * direction <= 0) continue;
        if (best === undefined || (best - moment) * direction > 0) best = moment;
      }
    }
  }
  return best ?? at;
}
