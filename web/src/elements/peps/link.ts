// What the reader chose in the page's address: #v1=pep=484&colour=topic.

import { readState, writeState } from "../../lib/url-state";
import { deskKeys, readDesk, writeDesk } from "./desk-link";
import { type Aim, type Pins, type Place, type State, type Way } from "./state";
import { readView, viewKeys, writeView, type Known } from "./view";

export type Link =
  | { kind: "none" } // the fragment is not ours, or names nothing
  | { kind: "state"; state: State }
  | { kind: "bad" }; // it is ours and makes no sense

export interface KnownTo extends Known {
  pep(number: number): boolean;
  reference(from: number, to: number): boolean;
  panel(name: string): boolean;
}

// Characters that an address shows as they are.
const [between, inside] = ["*", "_"];

const ours = ["pep", "also", "pins", "way", "at", "panel", ...viewKeys, ...deskKeys];

/** Reads a fragment that may come from anybody. */
export function readLink(fragment: string, known: KnownTo): Link {
  if (!fragment.startsWith("#v1=") || fragment === "#v1=") return { kind: "none" };
  const entries = readState(fragment) ?? {};
  if (!Object.keys(entries).some((key) => ours.includes(key))) return { kind: "bad" };
  const get = (key: string) => (Object.hasOwn(entries, key) ? entries[key]! : null);
  const number = (text: string) => readNumber(text, known);
  const peps = readPeps(get("also"), get("pep"), number);
  const view = readView(entries, known);
  const pins = readPins(get("pins"), number);
  const way = readWay(get("way"), number);
  const aim = readAim(get("at"));
  const desk = readDesk(entries, known.reference);
  const panel = get("panel");
  if (peps === bad || view === null || desk === null || pins === bad || way === bad || aim === bad)
    return { kind: "bad" };
  if (panel !== null && !known.panel(panel)) return { kind: "bad" };
  return { kind: "state", state: { peps, view, pins, way, aim, panel, desk } };
}

/** Stands for an entry that makes no sense. */
const bad: unique symbol = Symbol();
type OrBad<T> = T | typeof bad;

function readNumber(text: string, known: KnownTo): number | null {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return known.pep(number) ? number : null;
}

type ReadNumber = (text: string) => number | null;

function readPeps(also: string | null, open: string | null, number: ReadNumber): OrBad<number[]> {
  if (also !== null && open === null) return bad;
  const all = [...(also?.split(between) ?? []), ...(open === null ? [] : [open])].map(number);
  const peps = all.filter((pep) => pep !== null);
  return peps.length === all.length && new Set(peps).size === peps.length ? peps : bad;
}

const farthest = 1e6;

/** A decimal number as we write it, null for anything else. */
function readDecimal(text: string | undefined): number | null {
  if (text === undefined || !/^-?\d{1,7}(\.\d{1,4})?$/.test(text)) return null;
  return Math.abs(Number(text)) <= farthest ? Number(text) : null;
}

function readPins(text: string | null, number: ReadNumber): OrBad<Pins> {
  const pins: Record<number, Place> = {};
  for (const pin of text?.split(between) ?? []) {
    const [name, x, y, ...more] = pin.split(inside);
    const [pep, left, up] = [number(name!), readDecimal(x), readDecimal(y)];
    if (pep === null || left === null || up === null || more.length > 0) return bad;
    pins[pep] = [left, up];
  }
  return pins;
}

function readWay(text: string | null, number: ReadNumber): OrBad<Way | null> {
  if (text === null) return null;
  const parts = /^(\d+)([-*])(\d+)$/.exec(text);
  const [from, to] = [number(parts?.[1] ?? ""), number(parts?.[3] ?? "")];
  return from === null || to === null ? bad : { from, to, either: parts![2] === between };
}

function readAim(text: string | null): OrBad<Aim | null> {
  if (text === null) return null;
  const [x, y, zoom] = text.split(inside).map(readDecimal);
  if (text.split(inside).length !== 3 || x == null || y == null || zoom == null) return bad;
  return zoom >= 0.01 && zoom <= 1000 ? { x, y, zoom } : bad;
}

const short = (n: number, digits = 1) => String(Number(n.toFixed(digits)));

/** The fragment for a state, "" where nothing is chosen. */
export function writeLink({ peps, view, pins, way, aim, panel, desk }: State): string {
  const entries: Record<string, string> = { ...writeView(view), ...writeDesk(desk) };
  if (peps.length > 0) entries["pep"] = String(peps.at(-1));
  if (peps.length > 1) entries["also"] = peps.slice(0, -1).join(between);
  const placed = Object.entries(pins).map(([pep, [x, y]]) => [pep, short(x), short(y)]);
  if (placed.length > 0) entries["pins"] = placed.map((pin) => pin.join(inside)).join(between);
  if (way) entries["way"] = `${way.from}${way.either ? between : "-"}${way.to}`;
  if (aim) entries["at"] = [short(aim.x), short(aim.y), short(aim.zoom, 3)].join(inside);
  if (panel) entries["panel"] = panel;
  return writeState(entries);
}
