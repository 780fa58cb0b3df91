import type { Log, Model, Region, Task } from "./model";

/** Tasks of one name: of one run, whatever worker they are of. */
export interface TaskRow {
  name: string;
  run: number;
  tasks: Task[];
}

/** What a program told of itself with runtime/trace, by whom. */
export class Told {
  private readonly regions = new Map<string, Region[]>();
  private readonly logs = new Map<string, Log[]>();
  private readonly levels = new Map<string, number>();
  readonly rows: readonly TaskRow[];

  private constructor(model: Model) {
    for (const region of model.regions ?? []) {
      push(this.regions, region.lane, region);
      const level = Math.max(region.depth + 1, this.levels.get(region.lane) ?? 0);
      this.levels.set(region.lane, level);
    }
    for (const log of model.logs ?? []) push(this.logs, log.lane, log);
    this.rows = taskRows(model.tasks ?? []);
  }

  private static readonly known = new WeakMap<Model, Told>();

  /** Sorted once for each model. */
  static of(model: Model): Told {
    const told = Told.known.get(model) ?? new Told(model);
    Told.known.set(model, told);
    return told;
  }

  regionsOf = (lane: string): readonly Region[] => this.regions.get(lane) ?? [];
  logsOf = (lane: string): readonly Log[] => this.logs.get(lane) ?? [];
  /** How many regions of a lane are nested at most. */
  levelsOf = (lane: string): number => this.levels.get(lane) ?? 0;

  /** The outermost regions of some lanes. */
  outermostOf = (lanes: readonly { id: string }[]): Region[] =>
    lanes.flatMap(({ id }) => this.regionsOf(id).filter(({ depth }) => depth === 0));

  /** The regions that a lane is in at a moment, the outermost first. */
  regionsAt(lane: string, at: number): Region[] {
    const around = this.regionsOf(lane).filter(({ start, end }) => start <= at && at <= end);
    return around.sort((a, b) => a.depth - b.depth);
  }

  logsBetween(lane: string, from: number, to: number): Log[] {
    return this.logsOf(lane).filter(({ at }) => at >= from && at <= to);
  }
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function taskRows(tasks: readonly Task[]): TaskRow[] {
  const rows = new Map<string, TaskRow>();
  for (const task of [...tasks].sort((a, b) => a.start - b.start)) {
    const { name, run = 0 } = task;
    const key = `${run} ${name}`;
    const row = rows.get(key) ?? { name, run, tasks: [] };
    row.tasks.push(task);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** The tasks under way at a moment. */
export const tasksAt = ({ tasks = [] }: Pick<Model, "tasks">, at: number): Task[] =>
  tasks.filter(({ start, end }) => start <= at && at <= end);
