// The columns of the table of all PEPs, and the order that each gives.

import type { Metric } from "./analysis";
import type { Pep } from "./model";

export const metricColumns = [
  "in-degree",
  "out-degree",
  "pagerank",
  "betweenness",
  "closeness",
  "eigenvector",
  "core",
  "community",
] as const;

/** Facts, whose values are words. */
export const factColumns = ["title", "status", "type", "topic", "created"] as const;
export type Fact = (typeof factColumns)[number];

export const allColumns = ["pep", ...factColumns, ...metricColumns] as const;
export type MetricColumn = (typeof allColumns)[number];

export const isFact = (column: string): column is Fact =>
  (factColumns as readonly string[]).includes(column);

export const fact = (pep: Pep, name: Fact): string =>
  name === "topic" ? pep.topic.join(", ") : (pep[name] ?? "");

export type Columns = Partial<Record<MetricColumn, Metric>>;

/** Compares two PEPs in a column; what has not been calculated is nothing. */
export function compareIn(column: MetricColumn, metrics: Columns | null) {
  if (column === "pep") return (a: Pep, b: Pep) => a.number - b.number;
  if (isFact(column))
    return (a: Pep, b: Pep) => fact(a, column).localeCompare(fact(b, column), "en");
  const value = (pep: Pep) => metrics?.[column]?.[pep.number] ?? 0;
  return (a: Pep, b: Pep) => value(a) - value(b);
}
