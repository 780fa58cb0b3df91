// How the reader looks at the map: colours, sizes, filters. A plain record,
// never changed, that stands in the page's address.

import { layouts, type Layout } from "./plan";

export const metricNames = [
  "in-degree",
  "out-degree",
  "degree",
  "pagerank",
  "betweenness",
  "closeness",
  "eigenvector",
  "core",
] as const;
export type MetricName = (typeof metricNames)[number];

/** Attributes by which PEPs are coloured, and whose values are filters. */
export const colourings = [
  "status",
  "type",
  "topic",
  "created",
  "community",
  "footing",
  ...metricNames,
  "change",
  "check",
] as const;
export type Colouring = (typeof colourings)[number];

/** Attributes that are filters: those of PEPs, and kind, that of references. */
export const attributes = [...colourings, "author", "python"] as const;
export type Attribute = (typeof attributes)[number];

/** Attributes that have a list of their own among the filters. */
export const listed = ["status", "type", "topic", "author", "python", "core", "community"] as const;

export const sizings = ["constant", ...metricNames] as const;
export type Sizing = (typeof sizings)[number];

export interface View {
  layout: Layout;
  colour: Colouring;
  size: Sizing;
  /** Filtered PEPs are left out instead of being grey. */
  hide: boolean;
  /** Values that stay, by attribute; an attribute that is not named lets all stay. */
  only: Readonly<Partial<Record<Attribute, readonly string[]>>>;
  /** Kinds of references that count; null for all. */
  kinds: readonly string[] | null;
  /** Years of creation that stay, both included; null for all. */
  years: readonly [number, number] | null;
  /** The least number of mentions of a reference, and of references of a PEP. */
  mentions: number;
  degree: number;
  /** How many references away from the selected PEP others still stand out. */
  depth: number;
  /** Communities have hulls about them. */
  hulls: boolean;
  /** Of communities: more makes more and smaller ones. */
  resolution: number;
}

export const deepest = 5;

export const resolutions = { least: 0.25, most: 4, step: 0.25 } as const;

export const firstView: View = {
  layout: "force",
  colour: "status",
  size: "in-degree",
  hide: false,
  only: {},
  kinds: null,
  years: null,
  mentions: 1,
  degree: 0,
  depth: 1,
  hulls: false,
  resolution: 1,
};

/** Whether anything is filtered. */
export const isFiltering = (view: View) =>
  Object.keys(view.only).length > 0 ||
  view.kinds !== null ||
  view.years !== null ||
  view.mentions > 1 ||
  view.degree > 0;

/** The view with values of an attribute switched on or off; all off is all on. */
export function toggled(
  view: View,
  attribute: Attribute,
  values: readonly string[],
  all: readonly string[],
): View {
  const now = view.only[attribute] ?? all;
  const on = values.every((value) => now.includes(value));
  const rest = now.filter((value) => !values.includes(value));
  const next = on ? rest : [...rest, ...values];
  return withOnly(
    view,
    attribute,
    next.length === 0 || all.every((v) => next.includes(v)) ? null : next,
  );
}

export function withOnly(view: View, attribute: Attribute, values: readonly string[] | null): View {
  const { [attribute]: _, ...rest } = view.only;
  return { ...view, only: values === null ? rest : { ...rest, [attribute]: values } };
}

const between = "*"; // no name has it, and an address shows it as it is

/** The view as entries of an address: what is as at first is left out. */
export function writeView(view: View): Record<string, string> {
  const state: Record<string, string> = {};
  if (view.layout !== firstView.layout) state["layout"] = view.layout;
  if (view.colour !== firstView.colour) state["colour"] = view.colour;
  if (view.size !== firstView.size) state["size"] = view.size;
  if (view.hide) state["hide"] = "1";
  for (const name of attributes) {
    const values = view.only[name];
    if (values) state[name] = values.join(between);
  }
  if (view.kinds) state["kind"] = view.kinds.join(between);
  if (view.years) state["years"] = view.years.join("-");
  if (view.mentions > 1) state["mentions"] = String(view.mentions);
  if (view.degree > 0) state["least"] = String(view.degree);
  if (view.depth > 1) state["depth"] = String(view.depth);
  if (view.hulls) state["hulls"] = "1";
  if (view.resolution !== 1) state["resolution"] = String(view.resolution);
  return state;
}

/** Tells values that the data has: anything else in an address is refused. */
export interface Known {
  value(attribute: Attribute, value: string): boolean;
  kind(name: string): boolean;
}

/** Reads entries that may come from anybody; null when one of them makes no sense. */
export function readView(state: Record<string, string>, known: Known): View | null {
  const get = (key: string) => (Object.hasOwn(state, key) ? state[key]! : null);
  const layout = get("layout") ?? firstView.layout;
  const colour = get("colour") ?? firstView.colour;
  const size = get("size") ?? firstView.size;
  const [hide, hulls] = [get("hide") ?? "0", get("hulls") ?? "0"];
  const years = /^(\d{4})-(\d{4})$/.exec(get("years") ?? "0000-9999");
  const [mentions, degree] = [count(get("mentions") ?? "1"), count(get("least") ?? "0")];
  const depth = count(get("depth") ?? "1");
  const kinds = get("kind")?.split(between) ?? null;
  const resolution = readResolution(get("resolution") ?? "1");
  if (!isOneOf(layouts, layout)) return null;
  if (!isOneOf(colourings, colour) || !isOneOf(sizings, size) || !/^[01]$/.test(hide)) return null;
  if (!/^[01]$/.test(hulls)) return null;
  if (!years || mentions === null || degree === null || !(kinds ?? []).every(known.kind))
    return null;
  if (depth === null || depth < 1 || depth > deepest || resolution === null) return null;
  const only: Partial<Record<Attribute, string[]>> = {};
  for (const name of attributes) {
    const values = get(name)?.split(between);
    if (!values) continue;
    if (!values.every((value) => known.value(name, value))) return null;
    only[name] = values;
  }
  return {
    layout,
    colour,
    size,
    hide: hide === "1",
    only,
    kinds,
    years: get("years") === null ? null : [Number(years[1]), Number(years[2])],
    mentions: Math.max(1, mentions),
    degree,
    depth,
    hulls: hulls === "1",
    resolution,
  };
}

function readResolution(text: string): number | null {
  const { least, most, step } = resolutions;
  const n = /^\d(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
  return n >= least && n <= most && n % step === 0 ? n : null;
}

const count = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : null);

const isOneOf = <T extends string>(list: readonly T[], name: string): name is T =>
  (list as readonly string[]).includes(name);

/** The entries of an address that are ours to read. */
export const viewKeys: readonly string[] = [
  "layout",
  "colour",
  "size",
  "hide",
  "kind",
  "years",
  "mentions",
  "least",
  "depth",
  "hulls",
  "resolution",
  ...attributes,
];
