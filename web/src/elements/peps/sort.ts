// The order of the rows of "cited by" and "cites".

import type { Sorting } from "./desk";
import type { Reference } from "./model";

export const columns = ["pep", "title", "status", "created", "count"] as const;

export type Column = (typeof columns)[number];

export type Order = Sorting<Column>;

/** Rows that a table shows until more are asked for. */
export const pageful = 1000;

const collator = new Intl.Collator("en", { numeric: true });

const compare: Record<Column, (a: Reference, b: Reference) => number> = {
  pep: (a, b) => a.pep.number - b.pep.number,
  title: (a, b) => collator.compare(a.pep.title, b.pep.title),
  status: (a, b) => collator.compare(a.pep.status, b.pep.status),
  created: (a, b) => collator.compare(a.pep.created ?? "", b.pep.created ?? ""),
  count: (a, b) => a.count - b.count,
};

/** A sorted copy; rows that are equal stand in the order of their numbers. */
export function sorted(references: readonly Reference[], order: Order): Reference[] {
  const sign = order.descending ? -1 : 1;
  return [...references].sort(
    (a, b) => sign * compare[order.column](a, b) || a.pep.number - b.pep.number,
  );
}

/** The order after a click on a column's head: its own first, then turned round. */
export function nextOrder(order: Order, column: Column): Order {
  if (order.column === column) return { column, descending: !order.descending };
  return { column, descending: column === "count" };
}
