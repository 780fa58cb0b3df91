// The desk in the page's address.

import {
  firstDesk,
  longestText,
  referenceColumns,
  type Desk,
  type Orders,
  type Sorting,
} from "./desk";
import { rules } from "./findings";
import { allColumns } from "./metric-columns";
import { columns, pageful } from "./sort";
import { listed, type Attribute } from "./view";

const [between, inside] = ["*", "_"]; // an address shows them as they are

const columnsOf: Record<keyof Orders, readonly string[]> = {
  citedBy: columns,
  cites: columns,
  all: columns,
  metrics: allColumns,
  references: referenceColumns,
};
const orderKeys: Record<keyof Orders, string> = {
  citedBy: "by",
  cites: "to",
  all: "plain",
  metrics: "sort",
  references: "refs",
};
const orderNames = Object.keys(orderKeys) as (keyof Orders)[];
const narrowKey = (name: Attribute) => `narrow-${name}`;

/** Everything that folds. */
export const foldNames: readonly string[] = [
  "legend",
  "reading",
  ...[...listed, "kind"].map((name) => `filter-${name}`),
  ...rules.map((rule) => `check-${rule}`),
];

export const deskKeys: readonly string[] = [
  ...["q", "find", "from", "towards", "either", "list", "why", "several", "open", "shut"],
  ...Object.values(orderKeys),
  ...listed.map(narrowKey),
];

/** The desk as entries of an address: what is as at first is left out. */
export function writeDesk(desk: Desk): Record<string, string> {
  const entries: Record<string, string> = {};
  if (desk.search) entries["q"] = desk.search;
  if (desk.find) entries["find"] = desk.find;
  if (desk.path) [entries["from"], entries["towards"]] = [desk.path.from, desk.path.to];
  if (desk.path?.either) entries["either"] = "1";
  if (desk.references) entries["list"] = "references";
  if (desk.several) entries["several"] = "1";
  if (desk.why) entries["why"] = desk.why.join("-");
  for (const name of listed) {
    if (desk.narrow[name]) entries[narrowKey(name)] = desk.narrow[name];
  }
  for (const name of orderNames) {
    const text = writeOrder(desk.orders[name]);
    if (text !== writeOrder(firstDesk.orders[name])) entries[orderKeys[name]] = text;
  }
  const folded = (open: boolean) => foldNames.filter((name) => desk.folds[name] === open);
  if (folded(true).length > 0) entries["open"] = folded(true).join(between);
  if (folded(false).length > 0) entries["shut"] = folded(false).join(between);
  return entries;
}

function writeOrder({ column, descending, shown }: Sorting<string>): string {
  const parts = [column, descending ? "down" : "up"];
  return (shown === undefined ? parts : [...parts, String(shown)]).join(inside);
}

/** Reads entries that may come from anybody; null when one of them makes no sense. */
export function readDesk(
  entries: Record<string, string>,
  isReference: (from: number, to: number) => boolean,
): Desk | null {
  const get = (key: string) => (Object.hasOwn(entries, key) ? entries[key]! : null);
  const texts = [
    ...["q", "find", "from", "towards"].map(get),
    ...listed.map((name) => get(narrowKey(name))),
  ];
  if (!texts.every((text) => text === null || isText(text))) return null;
  const orders = readOrders(get);
  const path = readPath(get("from"), get("towards"), get("either"));
  const why = readWhy(get("why"), isReference);
  const folds = readFolds(get("open"), get("shut"));
  const [list, several] = [get("list"), get("several") ?? "0"];
  if (!orders || path === undefined || why === undefined || !folds) return null;
  if ((list !== null && list !== "references") || !/^[01]$/.test(several)) return null;
  const narrow: Partial<Record<Attribute, string>> = {};
  for (const name of listed) {
    const text = get(narrowKey(name));
    if (text) narrow[name] = text;
  }
  return {
    search: get("q") ?? "",
    find: get("find") ?? "",
    path,
    narrow,
    orders,
    references: list !== null,
    why,
    several: several === "1",
    folds,
  };
}

const isText = (text: string) => text.length <= longestText && !/\p{Cc}/u.test(text);

type Get = (key: string) => string | null;

function readOrders(get: Get): Orders | null {
  const orders: Record<string, Sorting<string>> = { ...firstDesk.orders };
  for (const name of orderNames) {
    const text = get(orderKeys[name]);
    if (text === null) continue;
    const parts = /^([a-z-]+)_(up|down)(?:_(\d{4,5}))?$/.exec(text);
    if (!parts || !columnsOf[name].includes(parts[1]!)) return null;
    const order = { column: parts[1]!, descending: parts[2] === "down" };
    const shown = parts[3] === undefined ? undefined : Number(parts[3]);
    if (shown !== undefined && shown <= pageful) return null;
    orders[name] = shown === undefined ? order : { ...order, shown };
  }
  return orders as unknown as Orders;
}

/** Both ends stand in an address, or neither. */
function readPath(
  from: string | null,
  to: string | null,
  either: string | null,
): Desk["path"] | undefined {
  if (from === null && to === null && either === null) return null;
  if (from === null || to === null || (either !== null && either !== "1")) return undefined;
  return { from, to, either: either === "1" };
}

function readWhy(
  text: string | null,
  isReference: (from: number, to: number) => boolean,
): Desk["why"] | undefined {
  if (text === null) return null;
  const parts = /^(\d{1,6})-(\d{1,6})$/.exec(text);
  if (!parts) return undefined;
  const [from, to] = [Number(parts[1]), Number(parts[2])];
  return isReference(from, to) ? [from, to] : undefined;
}

function readFolds(open: string | null, shut: string | null): Desk["folds"] | null {
  const folds: Record<string, boolean> = {};
  for (const [names, state] of [
    [open, true],
    [shut, false],
  ] as const) {
    for (const name of names?.split(between) ?? []) {
      if (!foldNames.includes(name) || Object.hasOwn(folds, name)) return null;
      folds[name] = state;
    }
  }
  return folds;
}
