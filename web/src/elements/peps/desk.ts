// How what stands beside the map has been left: what is typed, how tables are
// sorted, what is folded out. No step of the reader's work, but part of a link.

import type { MetricColumn } from "./metric-columns";
import { pageful, type Column } from "./sort";
import type { Attribute } from "./view";

export interface Sorting<Name extends string> {
  column: Name;
  descending: boolean;
  /** Rows that are shown, pageful when it is missing. */
  shown?: number;
}

export const referenceColumns = ["from", "to", "count"] as const;
export type ReferenceColumn = (typeof referenceColumns)[number];

/** How each table is sorted; all is the one in place of the picture. */
export interface Orders {
  citedBy: Sorting<Column>;
  cites: Sorting<Column>;
  all: Sorting<Column>;
  metrics: Sorting<MetricColumn>;
  references: Sorting<ReferenceColumn>;
}

/** A way as it is typed. */
export interface TypedWay {
  from: string;
  to: string;
  /** Against the direction of references too. */
  either: boolean;
}

export interface Desk {
  /** What stands in the search field, and above the table of all PEPs. */
  search: string;
  find: string;
  /** A way that is typed and not looked for, null for none. */
  path: TypedWay | null;
  /** What narrows a long list of values. */
  narrow: Readonly<Partial<Record<Attribute, string>>>;
  orders: Orders;
  /** The table of references is shown, not that of PEPs. */
  references: boolean;
  /** The reference whose mentions are told. */
  why: readonly [from: number, to: number] | null;
  /** Taps take PEPs into the selection, drags draw areas. */
  several: boolean;
  /** What the reader folded out, true, or in. */
  folds: Readonly<Record<string, boolean>>;
}

export const firstDesk: Desk = {
  search: "",
  find: "",
  path: null,
  narrow: {},
  orders: {
    citedBy: { column: "pep", descending: false },
    cites: { column: "pep", descending: false },
    all: { column: "count", descending: true },
    metrics: { column: "pagerank", descending: true },
    references: { column: "from", descending: false },
  },
  references: false,
  why: null,
  several: false,
  folds: {},
};

/** What is typed may be so long. */
export const longestText = 100;

/** What parts of the map ask about the desk. */
export interface DeskHost {
  readonly desk: Desk;
  setDesk(part: Partial<Desk>): void;
}

export const withOrder = <Name extends keyof Orders>(
  { orders }: Desk,
  name: Name,
  order: Orders[Name],
): Partial<Desk> => ({ orders: { ...orders, [name]: order } });

/** The order after a click on a column's head: its own first, then turned round. */
export function nextSorting<Name extends string>(
  order: Sorting<Name>,
  column: Name,
  falls: (column: Name) => boolean,
): Sorting<Name> {
  if (order.column === column) return { column, descending: !order.descending };
  return { column, descending: falls(column) };
}

export const rowsOf = ({ shown }: Sorting<string>): number => shown ?? pageful;

/** Whether something that folds is open. */
export const isUnfolded = ({ folds }: Desk, name: string, usually: boolean): boolean =>
  (Object.hasOwn(folds, name) ? folds[name] : undefined) ?? usually;

/** What a details element tells when the reader, and not the page, has folded it. */
export function onFold(host: DeskHost, name: string, usually: boolean) {
  return ({ target }: Event) => {
    const { open } = target as HTMLDetailsElement;
    if (open === isUnfolded(host.desk, name, usually)) return;
    const { [name]: _, ...rest } = host.desk.folds;
    host.setDesk({ folds: open === usually ? rest : { ...rest, [name]: open } });
  };
}
