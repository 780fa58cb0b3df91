// PEPs that are no longer there have no place in a layout: they stand in a row
// of their own below it.

import type { Citations } from "./model";
import type { Plan } from "./plan";

const step = 9; // in the unit of the plan

/** A plan that holds the removed PEPs too, after all others. */
export function withRemoved(plan: Plan, citations: Citations): Plan {
  const { length } = citations.all.nodes;
  const missing = length - plan.x.length;
  if (missing <= 0) return plan;
  const { left, right, bottom } = plan.bounds;
  const columns = Math.max(1, Math.floor((right - left) / step), Math.ceil(Math.sqrt(missing)));
  const width = Math.min(columns, missing) * step;
  const first = (left + right) / 2 - width / 2 + step / 2;
  const x = [...plan.x];
  const y = [...plan.y];
  for (let i = 0; i < missing; i++) {
    x.push(first + (i % columns) * step);
    y.push(bottom - (1.5 + Math.floor(i / columns)) * step);
  }
  const bounds = {
    ...plan.bounds,
    left: Math.min(left, first - step),
    right: Math.max(right, first + width),
    bottom: bottom - (2 + Math.ceil(missing / columns)) * step,
  };
  return { ...plan, x, y, bounds };
}
