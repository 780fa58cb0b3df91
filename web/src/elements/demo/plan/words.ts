import { quantity } from "../../../lib/quantity";
import type { Language } from "../strings";
import type { Moment, Plan, Search } from "./model";
import type { PlanStrings } from "./strings";

/** A way in words: "4F: 4-1, main; 3F: main". Places without a name go without saying. */
export function wayInWords(plan: Plan, route: number[]): string {
  const parts: { floor: number; names: string[] }[] = [];
  for (const index of route) {
    const place = plan.places[index];
    if (!place) continue;
    const [floor, , , , , name] = place;
    if (parts.at(-1)?.floor !== floor) parts.push({ floor, names: [] });
    if (name) parts.at(-1)?.names.push(name);
  }
  const floorName = (floor: number) => plan.floors[floor] ?? "";
  return parts.map(({ floor, names }) => `${floorName(floor)}: ${names.join(", ")}`).join("; ");
}

/** A place in words; a corridor by what lies at it. */
export function placeInWords(plan: Plan, index: number, strings: PlanStrings): string {
  const place = plan.places[index];
  if (!place) return "";
  const [floor, x, , , , name] = place;
  const floorName = plan.floors[floor] ?? "";
  if (name) return `${floorName} ${name}`;
  const room = plan.places.find(([on, left, , , , n]) => on === floor && left === x && n !== "");
  return `${floorName} ${strings.corridorAt(room?.[5] ?? "")}`.trim();
}

/** What a picture shows, for those who do not see it. */
export function momentInWords(plan: Plan, moment: Moment, label: string, s: PlanStrings): string {
  const { settled, frontier, last, route } = moment;
  const told = [`${label}: ${s.settledAndFrontier(settled.size, frontier.size)}`];
  if (last) told.push(s.lastSettled(placeInWords(plan, last.settled, s)));
  if (route) told.push(route.length > 0 ? `${s.way}: ${wayInWords(plan, route)}` : s.noWay);
  return told.join(" ");
}

/** What each step of a search did. */
export function stepsInWords(
  plan: Plan,
  search: Search,
  s: PlanStrings,
  language: Language,
): string[] {
  return search.steps.map(({ settled, cost, reached }) => {
    const place = placeInWords(plan, settled, s);
    const at = quantity(cost, search.unit, language);
    return s.stepInWords(place, at, reached.map((r) => placeInWords(plan, r, s)).join(", "));
  });
}
