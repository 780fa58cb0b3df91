import type { Frame, Lane, Model, Span, State } from "./model";

/** Two runs in one picture, on one axis: each begins at 0, and its names carry its number. */
export function together(first: Model, second: Model): Model {
  const runs = [numbered(first, 1, 0), numbered(second, 2, first.stacks?.length ?? 0)] as const;
  const both = <K extends keyof Model>(key: K) =>
    runs.flatMap((run) => (run[key] as unknown[] | undefined) ?? []) as NonNullable<Model[K]>;
  return {
    lanes: both("lanes"),
    wakeups: both("wakeups"),
    holds: both("holds"),
    waits: both("waits"),
    arrivals: both("arrivals"),
    jobs: both("jobs"),
    messages: both("messages"),
    tasks: both("tasks"),
    regions: both("regions"),
    logs: both("logs"),
    collections: both("collections"),
    left: both("left"),
    cycles: both("cycles"),
    turns: both("turns"),
    callbacks: both("callbacks"),
    stacks: both("stacks") as Frame[][],
    workers: both("workers"),
    hidden: first.hidden + second.hidden,
    end: Math.max(first.end ?? 0, second.end ?? 0),
  };
}

/** More than a run has workers: those of the second are numbered after those of the first. */
export const apart = 100_000;

/** A run's lanes and things under its number; the stacks of the other stand before its own. */
function numbered(model: Model, run: number, stacks: number): Model {
  const id = (name: string) => (name ? `${run}: ${name}` : "");
  const told = <T extends { thing?: string; lane?: string }>(list: T[] | undefined) =>
    (list ?? []).map((each) => ({
      ...each,
      ...(each.thing !== undefined && { thing: id(each.thing) }),
      ...(each.lane !== undefined && { lane: id(each.lane) }),
    }));
  const shifted = (stack: number | undefined) => (stack ? stack + stacks : 0);
  const noted = <T extends { lane: string; task: string; stack: number }>(each: T): T => ({
    ...each,
    ...{ lane: id(each.lane), task: id(each.task), stack: shifted(each.stack) },
  });
  const span = (each: Span): Span => ({ ...each, stack: shifted(each.stack) });
  return {
    ...model,
    workers: (model.workers ?? []).map((w) => ({ ...w, id: w.id + apart * (run - 1) })),
    lanes: model.lanes.map((lane) => ({
      ...lane,
      run,
      worker: lane.worker + apart * (run - 1),
      id: id(lane.id),
      parent: id(lane.parent ?? ""),
      made: shifted(lane.made),
      spans: lane.spans.map(span),
    })),
    wakeups: model.wakeups.map((w) => ({ ...w, from: id(w.from), to: id(w.to) })),
    holds: told(model.holds),
    waits: told(model.waits),
    arrivals: told(model.arrivals),
    jobs: told(model.jobs),
    tasks: (model.tasks ?? []).map((task) => ({
      ...task,
      run,
      id: id(task.id),
      parent: id(task.parent),
      lane: id(task.lane),
      lanes: task.lanes.map(id),
      stack: shifted(task.stack),
    })),
    regions: (model.regions ?? []).map(noted),
    logs: (model.logs ?? []).map(noted),
    messages: (model.messages ?? []).map((m) => ({ ...m, from: id(m.from), to: id(m.to) })),
    collections: (model.collections ?? []).map((c) => ({
      ...c,
      worker: c.worker + apart * (run - 1),
    })),
    left:
      typeof model.stopped === "number"
        ? []
        : told(model.left).map((l) => ({ ...l, until: model.end })),
    cycles: (model.cycles ?? []).map((cycle) =>
      told(cycle).map((link) => ({ ...link, holder: id(link.holder) })),
    ),
    turns: told(model.turns),
    callbacks: told(model.callbacks),
  };
}

/** How long all goroutines together were in each state, in ms. */
export function timeByState(lanes: readonly Lane[]): Map<State, number> {
  const sums = new Map<State, number>();
  for (const { spans } of lanes) {
    for (const { state, start, end } of spans) {
      if (end > start) sums.set(state, (sums.get(state) ?? 0) + end - start);
    }
  }
  return sums;
}
