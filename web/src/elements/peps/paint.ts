// How PEPs look: colour, shape and size, for the picture and for files.

import { Reader, none } from "./attributes";
import { footings, type Footing } from "./footing";
import type { Citations, Pep } from "./model";
import { ramp, statuses, statusLook, unknown, type StatusLook } from "./palette";
import { radiusOf } from "./plan";
import type { Colouring, Sizing } from "./view";

/** One row of the legend, and all PEPs that look so. */
export interface Swatch extends StatusLook {
  /** The value of the attribute that colours; others for the many small ones. */
  value: string;
  count: number;
}

export const others = "others";

export interface Paint {
  /** The attribute that colours. */
  by: Colouring;
  /** The row of the legend that a PEP belongs to. */
  swatch(pep: Pep): Swatch;
  /** In the unit of the plan. */
  radius(pep: Pep): number;
  swatches: readonly Swatch[];
}

export function makePaint(
  citations: Citations,
  reader: Reader,
  colour: Colouring,
  size: Sizing,
): Paint {
  const counts = new Map<string, number>();
  for (const pep of citations.all.nodes) {
    const value = reader.values(colour, pep)[0]!;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const swatches = rows(colour, counts);
  const of = new Map(swatches.map((swatch) => [swatch.value, swatch]));
  const rest = of.get(others);
  return {
    by: colour,
    swatches,
    swatch: (pep) => of.get(reader.values(colour, pep)[0]!) ?? rest!,
    radius: radiusBy(citations, reader, size),
  };
}

/** The values of all PEPs that a row of the legend stands for. */
export function valuesOf({ swatches }: Paint, row: string, all: readonly string[]): string[] {
  if (row !== others) return [row];
  return all.filter((value) => !swatches.some((swatch) => swatch.value === value));
}

/** The largest of a metric is as large as the most cited PEP is by its citations. */
function radiusBy(citations: Citations, reader: Reader, size: Sizing): Paint["radius"] {
  if (size === "in-degree") return (pep) => radiusOf(citations.inDegree(pep.number));
  if (size === "constant") return () => radiusOf(3);
  const first = citations.byImportance()[0];
  const most = first ? citations.inDegree(first.number) : 0;
  const unit = most / (reader.largest(size) || 1);
  return (pep) => radiusOf(reader.value(size, pep) * unit);
}

const footingLooks: Record<Footing, StatusLook> = {
  sound: statusLook("Final"),
  superseded: statusLook("Superseded"),
  withdrawn: statusLook("Withdrawn"),
  rejected: statusLook("Rejected"),
  aside: unknown,
};

const looks = Object.values(statuses);

function rows(colour: Colouring, counts: Map<string, number>): Swatch[] {
  const row = (value: string, look: StatusLook) => ({ value, count: counts.get(value)!, ...look });
  if (colour === "status") {
    const known = Object.keys(statuses).filter((status) => counts.has(status));
    const strange = [...counts.keys()].filter((status) => !known.includes(status)).sort();
    return [...known, ...strange].map((value) => row(value, statusLook(value)));
  }
  if (colour === "type" || colour === "topic") {
    const names = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
    const values = [...names.filter((value) => value !== none), ...names.filter((v) => v === none)];
    return values.map((value, i) => row(value, value === none ? unknown : (looks[i] ?? unknown)));
  }
  if (colour === "footing") {
    const seen = footings.filter((value) => counts.has(value));
    return seen.map((value) => row(value, footingLooks[value]));
  }
  if (colour === "community") return communityRows(counts, row);
  if (colour === "change" || colour === "check") return markRows(counts, row);
  const values = [...counts.keys()].sort((a, b) => parseInt(a) - parseInt(b));
  return values.map((value, i) => row(value, ramp(i, values.length)));
}

/** What changed, or what a check found, each in the look of a status; the rest is plain. */
const markLooks: Record<string, StatusLook> = {
  added: statuses["Active"]!,
  changed: statuses["Draft"]!,
  removed: statuses["Rejected"]!,
  problem: statuses["Superseded"]!,
  unknown: statuses["Rejected"]!,
  replaces: statuses["Draft"]!,
  "superseded-by": statuses["Deferred"]!,
  status: statuses["Active"]!,
  "no-successor": statuses["Final"]!,
  circle: statuses["Provisional"]!,
  rests: statuses["April Fool!"]!,
};

function markRows(
  counts: Map<string, number>,
  row: (value: string, look: StatusLook) => Swatch,
): Swatch[] {
  const marks = Object.keys(markLooks).filter((value) => counts.has(value));
  const rest = [...counts.keys()].filter((value) => !marks.includes(value));
  return [...marks, ...rest].map((value) => row(value, markLooks[value] ?? unknown));
}

/** The largest communities have looks of their own, the others share one. */
function communityRows(
  counts: Map<string, number>,
  row: (value: string, look: StatusLook) => Swatch,
): Swatch[] {
  const known = [...counts.keys()].filter((value) => value !== none);
  const values = known.sort((a, b) => Number(a) - Number(b));
  if (counts.has(none)) values.push(none);
  const large = values
    .slice(0, looks.length)
    .filter((value) => value !== none && counts.get(value)! > 1);
  const count = values.slice(large.length).reduce((sum, value) => sum + counts.get(value)!, 0);
  const rows = large.map((value, i) => row(value, looks[i]!));
  return count === 0 ? rows : [...rows, { ...unknown, value: others, count }];
}
