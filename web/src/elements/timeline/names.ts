import type { Lane, Model } from "./model";
import type { Row } from "./rows";
import { apart } from "./compare";
import type { Strings } from "./strings";
import { firstUse, thingsOf } from "./things";

/** What the lanes, workers and shared things of a run are called on the page. */
export class Names {
  private readonly workers: Map<number, string>;
  private readonly several: boolean;
  private readonly things: Map<string, string>;
  private readonly lanes: Map<string, Lane>;

  constructor(
    model: Model,
    private readonly strings: Strings,
    private readonly runs: readonly string[] = [],
  ) {
    this.several = new Set(model.lanes.map(({ worker }) => worker)).size > 1;
    this.things = numbered(model, strings);
    this.lanes = new Map(model.lanes.map((lane) => [lane.id, lane]));
    this.workers = new Map(
      (model.workers ?? []).map(({ id, name, kind }) => [id, strings.workerNamed(kind, id, name)]),
    );
  }

  private elsewhere({ worker, run }: Lane): boolean {
    return this.several && worker !== 1 && !(run === 2 && worker === 1 + apart);
  }

  /** A worker without what it runs, which stands beside it. */
  place(id: number): string {
    return this.worker(id).replace(/ ?[（(].*[)）]$/, "");
  }

  private inGroup(lane: Lane, across: boolean): string {
    return across ? this.place(lane.worker) : numberOf(lane);
  }

  worker(id: number): string {
    return this.workers.get(id) ?? this.strings.worker(id);
  }

  /** A goroutine with its number; of another worker than the program's own also whose it is. */
  lane = (lane: Lane): string => {
    const number = numberOf(lane);
    const own = lane.name ? `${lane.name} ${number}` : number;
    return this.elsewhere(lane) ? `${this.place(lane.worker)} · ${own}` : own;
  };

  /** The same for an id alone. */
  laneOf = (id: string): string => {
    const lane = this.lanes.get(id);
    return lane ? this.lane(lane) : id;
  };

  /** The same, and of which of two runs. */
  laneInRun = (id: string): string => {
    const { run = 0 } = this.lanes.get(id) ?? {};
    const called = this.runs[run - 1];
    return called ? `${called} · ${this.laneOf(id)}` : this.laneOf(id);
  };

  /** As short as it can be told among several: the worker, where each has one lane of the name. */
  short = (id: string): string => {
    const lane = this.lanes.get(id);
    if (!lane) return id;
    return this.elsewhere(lane) ? this.place(lane.worker) : this.lane(lane);
  };

  /** Things are numbered as they come, by kind: their own numbers are places in memory. */
  thing = (name: string): string => this.things.get(name) ?? name;

  row = (row: Row): string => {
    switch (row.kind) {
      case "lane":
        return row.grouped ? this.inGroup(row.lane, row.across) : this.lane(row.lane);
      case "thing": {
        const { name, all, kind } = row.thing;
        const known = this.strings.things[kind as keyof Strings["things"]];
        return known && all.length > 1 ? this.strings.group(known, all.length) : this.thing(name);
      }
      case "task": {
        const { name, tasks } = row.row;
        const called = name || this.strings.task("");
        return tasks.length > 1 ? this.strings.group(called, tasks.length) : called;
      }
      case "run":
        return this.runs[row.number - 1] ?? String(row.number);
      case "group": {
        const { name, worker, lanes } = row.group;
        const [lane] = lanes;
        const other = worker !== 0 && lane !== undefined && this.elsewhere(lane);
        const own = other ? `${this.place(worker)} · ${name}` : name;
        return `${row.closed ? "▸" : "▾"} ${this.strings.group(own, lanes.length)}`;
      }
    }
  };
}

/** A goroutine's number within its worker: "G7". */
const numberOf = ({ id }: Lane) => id.split("·").at(-1) ?? id;

function numbered(model: Model, strings: Strings): Map<string, string> {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  const things = thingsOf(model).sort((a, b) => firstUse(a) - firstUse(b));
  for (const { name, kind, run } of things) {
    const count = (counts.get(`${run} ${kind}`) ?? 0) + 1;
    counts.set(`${run} ${kind}`, count);
    const known = strings.things[kind as keyof Strings["things"]];
    if (known) names.set(name, `${known} ${count}`);
  }
  return names;
}
