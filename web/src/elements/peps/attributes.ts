// What a PEP says under each attribute, as values that can be counted.

import type { Metric } from "./analysis";
import type { Change } from "./changes";
import { classesOf, type Classes } from "./classes";
import { footings } from "./footing";
import type { Rule } from "./findings";
import type { Pep } from "./model";
import { metricNames, type Attribute, type MetricName } from "./view";

/** The value of PEPs that say nothing. */
export const none = "-";

/** Metrics as far as they have been calculated. */
export type Metrics = ReadonlyMap<string, Metric>;

/** What is known of PEPs from beside the graph. */
export interface Marks {
  /** What became of it since the state that is compared with. */
  change(number: number): Change;
  /** The rule that it breaks. */
  finding(number: number): Rule | null;
}

const noMarks: Marks = { change: () => "same", finding: () => null };

/** Which metric an attribute needs, null for a fact. */
export const metricOf = (name: string): string | null =>
  name === "community" || name === "footing" || (metricNames as readonly string[]).includes(name)
    ? name
    : null;

const span = 5; // years of one colour

export function yearOf(pep: Pep): number | null {
  const year = Number(pep.created?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}

function spanOf(pep: Pep): string {
  const year = yearOf(pep);
  if (year === null) return none;
  const first = year - (year % span);
  return `${first}-${first + span - 1}`;
}

/** Reads attributes of PEPs; one for each state of the metrics. */
export class Reader {
  #metrics: Metrics;
  #marks: Marks;
  #classes = new Map<MetricName, Classes>();

  constructor(metrics: Metrics, marks: Marks = noMarks) {
    this.#metrics = metrics;
    this.#marks = marks;
  }

  /** Whether an attribute can be read: a metric may still be on its way. */
  knows(name: string): boolean {
    const metric = metricOf(name);
    return metric === null || this.#metrics.has(metric);
  }

  value(metric: string, pep: Pep): number {
    return this.#metrics.get(metric)?.[pep.number] ?? 0;
  }

  largest(metric: string): number {
    return Math.max(0, ...Object.values(this.#metrics.get(metric) ?? {}));
  }

  /** A metric's values in classes, for colours. */
  classes(name: MetricName): Classes {
    let classes = this.#classes.get(name);
    if (!classes) {
      classes = classesOf(Object.values(this.#metrics.get(name) ?? {}));
      this.#classes.set(name, classes);
    }
    return classes;
  }

  /** All values of a PEP; never none. */
  values(name: Attribute, pep: Pep): readonly string[] {
    switch (name) {
      case "status":
        return [pep.status || none];
      case "type":
        return [pep.type || none];
      case "topic":
        return some(pep.topic);
      case "author":
        return some(pep.authors);
      case "python":
        return some(pep.python_version);
      case "created":
        return [spanOf(pep)];
      case "footing":
        return [footings[this.value(name, pep)]!];
      case "change":
        return [this.#marks.change(pep.number)];
      case "check":
        return [this.#marks.finding(pep.number) ?? none];
      case "community":
      case "core": {
        const value = this.#metrics.get(name)?.[pep.number];
        return [value === undefined ? none : String(value)]; // a removed PEP has none
      }
      default:
        return [String(this.classes(name).of(this.value(name, pep)))];
    }
  }
}

const some = (list: readonly string[]) => (list.length > 0 ? list : [none]);
