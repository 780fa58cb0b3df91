import type { Drawing, Place } from "../../../machine/index";

/** A building and the searches in it, as a run has reported them. */
export interface Plan {
  floors: string[];
  places: Place[];
  /** Pairs of places between which the way is closed, each pair once. */
  closed: [number, number][];
  searches: Search[];
}

export interface Search {
  key: string;
  label: string;
  /** The unit of costs. */
  unit: string;
  steps: Step[];
  /** The way that was found, empty when there is none; null while the search goes on. */
  route: number[] | null;
}

export interface Step {
  settled: number;
  cost: number;
  reached: number[];
}

/** More searches than this have no room beside one another. */
const maxSearches = 6;

/** The last plan that was reported, with the searches since; null when there is none. */
export function planOf(lines: Drawing[]): Plan | null {
  let plan: Plan | null = null;
  for (const line of lines) {
    if (line.drawing === "plan") {
      const { floors, places, closed } = line;
      plan = { floors, places, closed: closed.filter(firstOfPair(closed)), searches: [] };
    } else if (plan && isPart(line)) {
      add(plan, line);
    }
  }
  return plan;
}

/** A way is closed in both directions; a picture shows it once. */
const firstOfPair =
  (all: [number, number][]) =>
  ([a, b]: [number, number], i: number) =>
    all.findIndex(([c, d]) => (a === c && b === d) || (a === d && b === c)) === i;

/** A line that goes on with a plan. */
type PlanPart = Extract<Drawing, { drawing: "search" | "step" | "route" }>;

function isPart(line: Drawing): line is PlanPart {
  return line.drawing === "search" || line.drawing === "step" || line.drawing === "route";
}

function add(plan: Plan, line: PlanPart): void {
  const exists = (place: number) => place < plan.places.length;
  if (line.drawing === "search") {
    const known = plan.searches.some(({ key }) => key === line.key);
    if (known || plan.searches.length === maxSearches) return;
    const { key, label, unit } = line;
    plan.searches.push({ key, label, unit, steps: [], route: null });
    return;
  }
  const search = plan.searches.find(({ key }) => key === line.of);
  if (!search) return;
  if (line.drawing === "route") {
    search.route = line.places.filter(exists);
  } else if (exists(line.settled)) {
    const { settled, cost, reached } = line;
    search.steps.push({ settled, cost, reached: reached.filter(exists) });
  }
}

/** How far a search had come after some of its steps. */
export interface Moment {
  settled: Set<number>;
  /** Reached and not settled. */
  frontier: Set<number>;
  /** The step that was taken last. */
  last: Step | undefined;
  /** The way, once all steps are taken. */
  route: number[] | null;
}

export function momentOf(search: Search, steps: number): Moment {
  const settled = new Set<number>();
  const frontier = new Set<number>();
  const taken = search.steps.slice(0, steps);
  for (const step of taken) {
    settled.add(step.settled);
    frontier.delete(step.settled);
    for (const place of step.reached) {
      settled.delete(place); // reached again by a better way
      frontier.add(place);
    }
  }
  const over = steps >= search.steps.length;
  return { settled, frontier, last: taken.at(-1), route: over ? search.route : null };
}

/** The number of steps of the longest search. */
export const stepsOf = (plan: Plan) =>
  Math.max(0, ...plan.searches.map(({ steps }) => steps.length));
