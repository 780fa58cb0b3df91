import type { Lane, Model } from "./model";
import type { Row } from "./rows";
import type { Strings } from "./strings";

/** What the lanes, workers and shared things of a run are called on the page. */
export class Names {
  private readonly workers: Map<number, string>;
  private readonly several: boolean;
  private readonly lanes: Map<string, Lane>;

  constructor(
    model: Model,
    private readonly strings: Strings,
    private readonly runs: readonly string[] = [],
  ) {
    this.several = new Set(model.lanes.map(({ worker }) => worker)).size > 1;
    this.lanes = new Map(model.lanes.map((lane) => [lane.id, lane]));
    this.workers = new Map(
      (model.workers ?? []).map(({ id, name, kind }) => [id, strings.workerNamed(kind, id, name)]),
    );
  }

  worker(id: number): string {
    return this.workers.get(id) ?? this.strings.worker(id);
  }

  /** A goroutine with its number; of several workers also whose it is. */
  lane = (lane: Lane): string => {
    const number = numberOf(lane);
    const name = lane.name || number;
    const own = this.several ? `${this.worker(lane.worker)} · ${name}` : name;
    return lane.name ? `${own} ${number}` : own;
  };

  /** The same for an id alone. */
  laneOf = (id: string): string => {
    const lane = this.lanes.get(id);
    return lane ? this.lane(lane) : id;
  };

  /** As short as it can be told among several: the worker, where each has one lane of the name. */
  short = (id: string): string => {
    const lane = this.lanes.get(id);
    if (!lane) return id;
    return this.several ? this.worker(lane.worker) : (id.split("·").at(-1) ?? id);
  };

  thing = (name: string): string => {
    const [, kind = "", number = ""] = /^(?:\d: )?(\S*) ?(.*)$/.exec(name) ?? [];
    const known = this.strings.things[kind as keyof Strings["things"]];
    return known ? `${known} ${number}` : name;
  };

  row = (row: Row): string => {
    switch (row.kind) {
      case "lane":
        return row.grouped ? numberOf(row.lane) : this.lane(row.lane);
      case "thing":
        return this.thing(row.thing.name);
      case "run":
        return this.runs[row.number - 1] ?? String(row.number);
      case "group": {
        const { name, worker, lanes } = row.group;
        const own = this.several ? `${this.worker(worker)} · ${name}` : name;
        return `${row.closed ? "▸" : "▾"} ${this.strings.group(own, lanes.length)}`;
      }
    }
  };
}

/** A goroutine's number within its worker: "G7". */
const numberOf = ({ id }: Lane) => id.split("·").at(-1) ?? id;
