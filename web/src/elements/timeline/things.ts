import type { Arrival, Hold, Job, Model, Wait } from "./model";

/** A lock, a barrier, an interpreter lock or a pool: who had it, and who waited for it. */
export interface Thing {
  /** As the model names it: "lock 3". */
  name: string;
  /** The names of all that stand in its row. */
  all: string[];
  /** "lock", "gil", "barrier" or "pool". */
  kind: string;
  number: string;
  /** As in a lane. */
  run: number;
  holds: Hold[];
  waits: Wait[];
  arrivals: Arrival[];
  jobs: Job[];
}

/** The things of a run, in the order in which they are told. A pipe has arrows and no row. */
export function thingsOf({ holds = [], waits = [], arrivals = [], jobs = [] }: Model): Thing[] {
  const things = new Map<string, Thing>();
  const thing = (name: string): Thing => {
    const known = things.get(name) ?? emptyThing(name);
    things.set(name, known);
    return known;
  };
  for (const hold of holds) thing(hold.thing).holds.push(hold);
  for (const arrival of arrivals) thing(arrival.thing).arrivals.push(arrival);
  for (const job of jobs) thing(job.thing).jobs.push(job);
  for (const wait of waits) thing(wait.thing).waits.push(wait);
  return [...things.values()].filter(({ kind }) => kind !== "pipe");
}

/** More rows of one kind than this hide those who use them. */
const mostOfKind = 3;

/**
 * The things of a run as rows. Where a program makes one after the other, as
 * for each round of a measurement, those of a kind that are never in use at
 * once stand in one row.
 */
export function thingRows(model: Model): Thing[] {
  const things = thingsOf(model).sort((a, b) => firstUse(a) - firstUse(b));
  return things.flatMap((thing) => {
    const alike = things.filter(({ kind, run }) => kind === thing.kind && run === thing.run);
    if (alike.length <= mostOfKind) return [thing];
    return thing === alike[0] ? inTurn(alike) : [];
  });
}

/** Each in the first row in which all others are over. */
function inTurn(things: readonly Thing[]): Thing[] {
  const rows: { thing: Thing; until: number }[] = [];
  for (const thing of things) {
    const row = rows.find(({ until }) => until <= firstUse(thing));
    const until = lastUse(thing);
    if (!row) rows.push({ thing, until });
    else [row.thing, row.until] = [joined(row.thing, thing), until];
  }
  return rows.map(({ thing }) => thing);
}

const joined = (a: Thing, b: Thing): Thing => ({
  ...a,
  all: [...a.all, ...b.all],
  holds: [...a.holds, ...b.holds],
  waits: [...a.waits, ...b.waits],
  arrivals: [...a.arrivals, ...b.arrivals],
  jobs: [...a.jobs, ...b.jobs],
});

/** When a thing is last heard of. */
function lastUse({ holds, waits, arrivals, jobs }: Thing): number {
  const ends = [...holds, ...waits, ...jobs].map(({ end }) => end);
  return [...ends, ...arrivals.map(({ at, passed }) => passed ?? at)].reduce(
    (a, b) => Math.max(a, b),
    0,
  );
}

/** Of two runs each names its things for itself: "1: lock 3". */
function emptyThing(name: string): Thing {
  const [, run = "0", kind = "", number = ""] = /^(?:(\d): )?(\S*) ?(.*)$/.exec(name) ?? [];
  const lists = { holds: [], waits: [], arrivals: [], jobs: [] };
  return { name, all: [name], kind, number, run: Number(run), ...lists };
}

/** When a thing is first heard of. */
export function firstUse({ holds, waits, arrivals, jobs }: Thing): number {
  const begins = [...holds, ...waits, ...jobs].map(({ start }) => start);
  return [...begins, ...arrivals.map(({ at }) => at)].reduce((a, b) => Math.min(a, b), Infinity);
}

/** The lanes that ever had it, waited for it or came to it. */
export const usersOf = ({ holds, waits, arrivals, jobs }: Thing): string[] =>
  [...holds, ...waits, ...arrivals, ...jobs].map(({ lane }) => lane);

/** Who has a thing at a moment, and who waits for it then. */
export function atThing(thing: Thing, at: number): { holders: string[]; waiters: string[] } {
  const now = ({ start, end }: { start: number; end: number }) => start <= at && at < end;
  const lanes = (all: readonly (Hold | Wait | Job)[]) => all.filter(now).map(({ lane }) => lane);
  return { holders: [...lanes(thing.holds), ...lanes(thing.jobs)], waiters: lanes(thing.waits) };
}

/** The moments at which the number of those within changes. */
export function stepsOf(stretches: readonly { start: number; end: number }[]) {
  const changes = stretches.flatMap(({ start, end }) => [
    { at: start, by: 1 },
    { at: end, by: -1 },
  ]);
  changes.sort((a, b) => a.at - b.at || a.by - b.by);
  let count = 0;
  return changes.map(({ at, by }) => ({ at, count: (count += by) }));
}
