// PEPs that are no longer there have no place in a layout: each stands beside
// the PEP that it has most to do with, one that has to do with none in a row of
// its own below.

import type { Citations, Pep } from "./model";
import { radiusOf, type Layout, type Plan } from "./plan";
import { Spots, type Spot } from "./spots";

const step = 9; // in the unit of the plan
const gap = 2;

/** A plan that holds the removed PEPs too, after all others. */
export function withRemoved(plan: Plan, citations: Citations, layout: Layout): Plan {
  const { nodes } = citations.all;
  if (nodes.length <= plan.x.length) return plan;
  const radius = (pep: Pep) => radiusOf(citations.inDegree(pep.number));
  const spots = new Spots(gap);
  const places = new Map<number, Spot>();
  const put = (pep: Pep, x: number, y: number) => {
    const spot = { x, y, radius: radius(pep) };
    spots.add(spot);
    places.set(pep.number, spot);
  };
  plan.x.forEach((x, i) => put(nodes[i]!, x, plan.y[i]!));
  const years = layout === "timeline" ? yearsOf(plan) : null;
  const alone: Pep[] = [];
  for (const pep of nodes.slice(plan.x.length)) {
    const anchor = anchorOf(pep, citations, places);
    if (!anchor) {
      alone.push(pep);
      continue;
    }
    const x = years?.(pep);
    const at =
      x === undefined
        ? spots.beside(anchor, radius(pep))
        : spots.above({ ...anchor, x }, radius(pep));
    put(pep, at.x, at.y);
  }
  row(alone, plan, put);
  return grown(
    plan,
    nodes.map(({ number }) => places.get(number)!),
  );
}

/** The place of the PEP with which it shares most mentions, the older one of two. */
function anchorOf(pep: Pep, citations: Citations, places: ReadonlyMap<number, Spot>) {
  let best: Spot | null = null;
  let most = 0;
  const all = [...citations.cites(pep.number), ...citations.citedBy(pep.number)];
  for (const { pep: other, count } of all.sort((a, b) => a.pep.number - b.pep.number)) {
    const spot = places.get(other.number);
    if (spot && count > most) [best, most] = [spot, count];
  }
  return best;
}

/** Where a date stands along the years, which go on as they are beyond the last one that is marked. */
function yearsOf({ guides }: Plan) {
  const marks = guides.map(({ label, box }) => [Number(label), box.left] as const);
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || first === last) return () => undefined;
  const year = (last[1] - first[1]) / (last[0] - first[0]);
  return ({ created }: Pep): number | undefined => {
    const date = created ? new Date(created) : null;
    if (!date || Number.isNaN(date.valueOf())) return undefined;
    const part = (date.valueOf() - Date.UTC(date.getUTCFullYear(), 0)) / (365.25 * 86_400_000);
    return first[1] + year * (date.getUTCFullYear() + part - first[0]);
  };
}

function row(peps: readonly Pep[], plan: Plan, put: (pep: Pep, x: number, y: number) => void) {
  const { left, right, bottom } = plan.bounds;
  const columns = Math.max(1, Math.floor((right - left) / step), Math.ceil(Math.sqrt(peps.length)));
  const first = (left + right) / 2 - (Math.min(columns, peps.length) * step) / 2 + step / 2;
  peps.forEach((pep, i) =>
    put(pep, first + (i % columns) * step, bottom - (1.5 + Math.floor(i / columns)) * step),
  );
}

function grown(plan: Plan, places: readonly Spot[]): Plan {
  const bounds = { ...plan.bounds };
  for (const { x, y, radius } of places.slice(plan.x.length)) {
    bounds.left = Math.min(bounds.left, x - radius);
    bounds.right = Math.max(bounds.right, x + radius);
    bounds.bottom = Math.min(bounds.bottom, y - radius);
    bounds.top = Math.max(bounds.top, y + radius);
  }
  return { ...plan, x: places.map(({ x }) => x), y: places.map(({ y }) => y), bounds };
}
