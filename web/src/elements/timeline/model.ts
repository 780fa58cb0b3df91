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
  /** The reason as a key that no language changes. */
  code?: string;
}

export interface Lane {
  id: string;
  /** The function that it was started with. */
  name: string;
  worker: number;
  /** Of two runs that are compared, which: 1 or 2. */
  run?: number;
  spans: Span[];
  /** Lanes of one name and worker have one group. */
  group?: string;
  /** What a lesson library started for itself is "library". */
  kind?: "program" | "library";
  born?: number | null;
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

/** A Go instance: a process, or a thread that shares memory with its process. */
export interface Worker {
  /** The number of the process, as the console has it. */
  id: number;
  name: string;
  kind: "process" | "thread" | "";
  /** Up to when its trace has been read. */
  known: number;
  ended: boolean;
  /** Why the end of its trace is missing: it was ended from outside, or there was too much. */
  cut?: "" | "killed" | "full";
  /** Bytes of its trace that were not kept. */
  lost?: number;
}

/** Things are named by kind and number: "lock 3", "gil 1", "barrier 2", "pipe 7", "pool 1". */
interface Stretch {
  thing: string;
  lane: string;
  start: number;
  end: number;
  /** Its end was never heard of. */
  open: boolean;
}

/** skipped: earlier holds of this lane that were too many to be told. */
export type Hold = Stretch & { skipped: number };

/** holder: the lane that had the lock when the wait began. */
export type Wait = Stretch & { holder: string };

/** name: the function that a worker of a pool was given. */
export type Job = Stretch & { name: string };

export interface Arrival {
  thing: string;
  lane: string;
  /** 1 for those that go on together first. */
  round: number;
  at: number;
  passed: number | null;
}

export interface Message {
  pipe: string;
  from: string;
  /** "" while nobody has received it. */
  to: string;
  bytes: number;
  sent: number;
  received: number;
}

export interface Wakeup {
  at: number;
  /** "" for timers and the like. */
  from: string;
  to: string;
  /** What was handed on, "lock 3"; "" for what the runtime itself knows. */
  thing?: string;
}

/** A lane that waited when the trace ended. */
export interface LeftLane {
  lane: string;
  since: number;
  /** When its run ended, where two are compared. */
  until?: number | undefined;
  code: string;
  reason: string;
  line: number;
  thing: string;
  /** The go statement that started it; its line is 0 when unknown. */
  made: Frame;
  /** Nothing could ever wake it: the runtime's leak profile names it, or all goroutines were asleep. */
  leaked: boolean;
}

/** The lane waits for a thing that the holder, the next link's lane, has. */
export interface Link {
  lane: string;
  thing: string;
  holder: string;
  line: number;
}

/** A runtime/trace.Task of the program, "1·T3": work that may wander from goroutine to goroutine. */
export interface Task {
  id: string;
  /** "" for none. */
  parent: string;
  /** "" when it began before the trace did. */
  name: string;
  worker: number;
  /** Who began it; "" when unknown. */
  lane: string;
  /** As in a lane. */
  run?: number;
  /** Who began it, had a region or left a log for it, or ended it. */
  lanes: string[];
  start: number;
  end: number;
  /** It did not end. */
  open: boolean;
  /** Of the call that began it, 0 when it is not in the program's own source. */
  line: number;
  stack: number;
}

/** A part of one goroutine's work. Those of one lane are nested, and listed by their beginnings. */
export interface Region {
  lane: string;
  /** "" for none. */
  task: string;
  name: string;
  /** In how many regions of its lane it stands. */
  depth: number;
  start: number;
  end: number;
  /** It did not end before its goroutine or the run. */
  open: boolean;
  line: number;
  stack: number;
}

/** A message that the program left in its trace. */
export interface Log {
  lane: string;
  /** "" for none. */
  task: string;
  at: number;
  category: string;
  message: string;
  line: number;
  stack: number;
}

export interface Model {
  lanes: Lane[];
  wakeups: Wakeup[];
  /** Goroutines of the runtime and the event loop, which have no lane. */
  hidden: number;
  end?: number;
  /** Events that came after as many as are kept. */
  missing?: number;
  /** From when on they are missing. */
  stopped?: number | null;
  workers?: Worker[];
  faults?: { worker: number; reason: string }[];
  stacks?: Frame[][] | null;
  collections?: { worker: number; name: string; start: number; end: number }[];
  tasks?: Task[];
  regions?: Region[];
  logs?: Log[];
  holds?: Hold[];
  waits?: Wait[];
  arrivals?: Arrival[];
  jobs?: Job[];
  messages?: Message[];
  left?: LeftLane[];
  /** Each a circle: the last one waits for the first. */
  cycles?: Link[][];
  /** Who kept a thread from others for 0.1 s and more. */
  turns?: { lane: string; start: number; end: number; others: number; open: boolean }[];
  /** Steps of an event loop of 0.1 s and more. */
  callbacks?: { lane: string; name: string; start: number; end: number }[];
}

export const emptyModel: Model = { lanes: [], wakeups: [], hidden: 0 };

/** The moment up to which things are known. */
export function endOf(model: Model): number {
  if (model.end !== undefined) return model.end;
  return model.lanes.reduce((end, { spans }) => Math.max(end, spans.at(-1)?.end ?? 0), 0);
}

/** The index of the span that a moment falls into, or of the last before it; -1 before all. */
export function spanAt(spans: readonly Span[], at: number): number {
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
    for (let near = i - 1; near <= i + 1; near++) {
      const span = spans[near];
      if (!span) continue;
      for (const moment of [span.start, span.end]) {
        if ((moment - at) * direction <= 0) continue;
        if (best === undefined || (best - moment) * direction > 0) best = moment;
      }
    }
  }
  return best ?? at;
}
