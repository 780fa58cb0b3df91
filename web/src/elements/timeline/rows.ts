import { apart } from "./compare";
import type { Lane, Model, Region } from "./model";
import { regionHeight, taskHeight } from "./tasks";
import { Told, type TaskRow } from "./told";
import { firstUse, thingRows, usersOf, type Thing } from "./things";

/** Lanes that one function started: in one worker, or one lane in each of several. */
export interface Group {
  key: string;
  name: string;
  /** 0 where they are of several workers. */
  worker: number;
  run: number;
  lanes: Lane[];
}

/**
 * A row of the picture: a lane, the head of a group (with its lanes in one when
 * it is closed, and their outermost regions), a thing that lanes share, tasks of one name, or the title of a run of two.
 */
export type Row =
  | { kind: "lane"; lane: Lane; grouped: boolean; across: boolean; levels: number }
  | { kind: "group"; group: Group; closed: boolean; regions: readonly Region[] }
  | { kind: "thing"; thing: Thing }
  | { kind: "task"; row: TaskRow }
  | { kind: "run"; number: number };

/** More lanes than this are shown as one until the reader opens their group. */
const many = 40;

export function groupsOf({ lanes }: Pick<Model, "lanes">): Group[] {
  const within = gather(lanes, ({ worker, name }) => ({ worker, name }));
  const alone = within.filter(({ lanes, worker }) => lanes.length === 1 && worker !== firstWorker);
  const across = gather(
    alone.flatMap((group) => group.lanes),
    ({ name }) => ({ worker: 0, name }),
  ).filter((group) => group.lanes.length > 1);
  const taken = new Set(across.flatMap((group) => group.lanes));
  const rest = within.filter((group) => !taken.has(group.lanes[0] as Lane));
  return [...rest, ...across].flatMap(phases);
}

/** More parts than this of one group would be a list, not a story. */
const mostPhases = 6;

/** A group whose lanes come in waves, one after the other, is one group for each wave. */
function phases(group: Group): Group[] {
  const waves: Lane[][] = [];
  let until = -Infinity;
  for (const lane of [...group.lanes].sort((a, b) => startOf(a) - startOf(b))) {
    const wave = waves.at(-1);
    if (wave && startOf(lane) < until) wave.push(lane);
    else waves.push([lane]);
    until = Math.max(until, lane.spans.at(-1)?.end ?? 0);
  }
  const few = waves.length <= mostPhases && waves.every((wave) => wave.length > 1);
  if (!few || waves.length === 1) return [group];
  return waves.map((lanes, i) => ({ ...group, lanes, key: i ? `${group.key} ${i}` : group.key }));
}

const startOf = ({ spans }: Lane) => spans[0]?.start ?? Infinity;

/** The worker of the program itself, whose goroutines are never gathered with those of others. */
const firstWorker = 1;

function gather(
  lanes: readonly Lane[],
  by: (lane: Lane) => Pick<Group, "worker" | "name">,
): Group[] {
  const groups = new Map<string, Group>();
  for (const lane of lanes) {
    const { run = 0 } = lane;
    const { worker, name } = by(lane);
    const key = `${run ? `${run}: ` : ""}${worker} ${name}`;
    const group = groups.get(key) ?? { key, name, worker, run, lanes: [] };
    group.lanes.push(lane);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What goroutines wait for who only look after another worker. */
const others = new Set(["pipe", "pipe room", "result", "start", "worker", "pool"]);

/** A list of at least so many who look after workers hides the workers. */
const mostTenders = 3;

/** Whether a program's goroutines hardly do anything but wait for the workers that they look after. */
function tends({ lanes, worker, run }: Group): boolean {
  const own = worker === firstWorker + (run === 2 ? apart : 0);
  if (!own || lanes.length < mostTenders) return false;
  let [all, waits] = [0, 0];
  for (const { start, end, code = "" } of lanes.flatMap(({ spans }) => spans)) {
    all += end - start;
    if (others.has(code)) waits += end - start;
  }
  return waits > all * 0.8;
}

/** What the reader chose about groups: true is closed. */
export type Closed = ReadonlyMap<string, boolean>;

export const isClosed = (group: Group, closed: Closed) =>
  closed.get(group.key) ?? (group.lanes.length > many || tends(group));

/** What stands in the picture, from what was there first to what came last: so it reads as a story does. */
export function rowsOf(
  model: Model,
  closed: Closed,
  keep = (_: Lane) => true,
  keepTask = (_: TaskRow) => true,
): Row[] {
  const told = Told.of(model);
  const tasks = told.rows.filter(keepTask);
  const groups = groupsOf({ lanes: model.lanes.filter(keep) });
  const things = thingRows(model);
  const runs = [...new Set([...groups, ...tasks].map(({ run }) => run))].sort();
  return runs.flatMap((run): Row[] => {
    const own = groups.filter((group) => group.run === run);
    return [
      ...(run ? [{ kind: "run", number: run } as const] : []),
      ...tasks.filter((row) => row.run === run).map((row): Row => ({ kind: "task", row })),
      ...inOrder([
        ...things.filter((thing) => thing.run === run).map((thing) => blockOf(thing, own)),
        ...own.map((group) => ({ from: beginOf(group), rows: rowsOfGroup(group, closed, told) })),
      ]),
    ];
  });
}

interface Block {
  from: number;
  rows: Row[];
}

const inOrder = (blocks: Block[]) =>
  blocks.sort((a, b) => a.from - b.from).flatMap(({ rows }) => rows);

/** A thing stands above those who use it: above the last of them to begin before its first use. */
function blockOf(thing: Thing, groups: readonly Group[]): Block {
  const users = new Set(usersOf(thing));
  const first = firstUse(thing);
  const above = groups
    .filter(({ lanes }) => lanes.some(({ id }) => users.has(id)))
    .map(beginOf)
    .filter((from) => from <= first);
  const from = above.length > 0 ? Math.max(...above) - 1e-6 : first;
  return { from, rows: [{ kind: "thing", thing }] };
}

const beginOf = ({ lanes }: Group) =>
  lanes.reduce((first, lane) => Math.min(first, startOf(lane)), Infinity);

/** A group of one lane needs no head. */
function rowsOfGroup(group: Group, closed: Closed, told: Told): Row[] {
  const grouped = group.lanes.length > 1;
  const lanes = group.lanes.map((lane): Row => ({
    kind: "lane",
    lane,
    grouped,
    across: group.worker === 0,
    levels: told.levelsOf(lane.id),
  }));
  if (!grouped) return lanes;
  const shut = isClosed(group, closed);
  const regions = shut ? told.outermostOf(group.lanes) : [];
  return [{ kind: "group", group, closed: shut, regions }, ...(shut ? [] : lanes)];
}

export const rowHeight = 22;

/** How high a row is, in CSS pixels: what counts many needs room. */
export function heightOf(row: Row): number {
  if (row.kind === "thing") return 34;
  if (row.kind === "task") return taskHeight(row.row);
  if (row.kind === "lane") return rowHeight + row.levels * regionHeight;
  if (row.kind !== "group" || !row.closed) return rowHeight;
  return row.regions.length > 0 ? 46 + regionHeight : 46;
}

/** Rows with the places where they begin, and where the last one ends. */
export interface Column {
  readonly rows: readonly Row[];
  /** One more than there are rows. */
  readonly tops: Float64Array;
}

export function columnOf(rows: readonly Row[]): Column {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, i) => (tops[i + 1] = (tops[i] ?? 0) + heightOf(row)));
  return { rows, tops };
}

/** The index of the row at a place; past the last for a place below all. */
export function rowIndexAt({ rows, tops }: Column, y: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle + 1] ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
