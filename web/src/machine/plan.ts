import { isRecord, isText, isWhole } from "./check";

/** A rectangle of a floor, in one unit for all; y grows downwards. */
export type Place = [floor: number, x: number, y: number, w: number, h: number, name: string];

/**
 * What a program says to draw a building and searches in it, in the order said.
 * Indices are of places; a search may be named before any plan is known.
 */
export type PlanLine =
  | { drawing: "plan"; floors: string[]; places: Place[]; closed: [number, number][] }
  | { drawing: "search"; key: string; label: string; unit: string }
  | { drawing: "step"; of: string; settled: number; cost: number; reached: number[] }
  | { drawing: "route"; of: string; places: number[] };

/** More places than this cannot be told apart in a picture. */
export const maxPlaces = 500;
const maxFloors = 20;
const maxLength = 1e6;

/** A line about a plan if v is one, without any other members; otherwise undefined. */
export function toPlanLine(v: unknown): PlanLine | undefined {
  if (!isRecord(v)) return undefined;
  const { drawing, key, label, unit, of, settled, cost } = v;
  switch (drawing) {
    case "plan":
      return toPlan(v.floors, v.places, v.closed);
    case "search":
      if (!isText(key, 100) || key === "" || !isText(label, 300) || !isText(unit, 30)) {
        return undefined;
      }
      return { drawing, key, label, unit };
    case "step": {
      const reached = toIndices(v.reached);
      if (!isText(of, 100) || !isIndex(settled) || !isLength(cost) || !reached) return undefined;
      return { drawing, of, settled, cost, reached };
    }
    case "route": {
      const places = toIndices(v.places);
      return isText(of, 100) && places ? { drawing, of, places } : undefined;
    }
  }
  return undefined;
}

function toPlan(floors: unknown, places: unknown, closed: unknown): PlanLine | undefined {
  const names = all(floors, maxFloors, (name) => (isText(name, 100) ? name : undefined));
  const rectangles = all(places, maxPlaces, toPlace);
  const pairs = all(closed, 2 * maxPlaces, toPair);
  if (!names || !rectangles || !pairs) return undefined;
  const stands = ([floor]: Place) => floor < names.length;
  const exists = (index: number) => index < rectangles.length;
  if (!rectangles.every(stands) || !pairs.flat().every(exists)) return undefined;
  return { drawing: "plan", floors: names, places: rectangles, closed: pairs };
}

function toPlace(v: unknown): Place | undefined {
  if (!Array.isArray(v)) return undefined;
  const [floor, x, y, w, h, name] = v as unknown[];
  if (!isWhole(floor, 0, maxFloors - 1) || !isText(name, 300)) return undefined;
  if (!isLength(x) || !isLength(y) || !isLength(w) || !isLength(h) || w === 0 || h === 0) {
    return undefined;
  }
  return [floor, x, y, w, h, name];
}

function toPair(v: unknown): [number, number] | undefined {
  const [a, b] = toIndices(v) ?? [];
  return a !== undefined && b !== undefined ? [a, b] : undefined;
}

const toIndices = (v: unknown) => all(v, maxPlaces, (each) => (isIndex(each) ? each : undefined));

const isIndex = (v: unknown): v is number => isWhole(v, 0, maxPlaces - 1);

function isLength(v: unknown): v is number {
  return typeof v === "number" && v >= 0 && v <= maxLength;
}

/** Every element of a list of at most max, each of which must be what take says. */
function all<T>(v: unknown, max: number, take: (each: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(v) || v.length > max) return undefined;
  const taken: T[] = [];
  for (const each of v as unknown[]) {
    const one = take(each);
    if (one === undefined) return undefined;
    taken.push(one);
  }
  return taken;
}
