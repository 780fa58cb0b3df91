import { svg, type SVGTemplateResult } from "lit";
import type { Moment, Plan } from "./model";
import { border, dots, fitting, fixed, hatch, middle, type Box, type Layout } from "./floors";

type State = "settled" | "frontier" | "untouched";

/** One search in the building at one moment. Each state has a pattern besides its colour. */
export function picture(plan: Plan, at: Layout, moment: Moment, told: string): SVGTemplateResult {
  const edge = at.letter / 12; // lines at the rim are drawn whole
  const view = [-edge, -edge, at.width + 2 * edge, at.height + 2 * edge].map(fixed).join(" ");
  return svg`<svg class="building" viewBox=${view} role="img" aria-label=${told}>
    ${at.floors.map(({ name, x, y }) => {
      const size = fitting(name, at.width / 18, at.letter);
      return svg`<text class="floor" x=${x} y=${fixed(y)} font-size=${fixed(size)}>${name}</text>`;
    })}
    ${at.boxes.map((box, i) => place(box, stateOf(moment, i), moment.last?.settled === i, at.letter))}
    ${plan.closed.map(([a, b]) => barrier(at, a, b))}
    ${moment.route ? way(moment.route, at) : ""}
    ${at.boxes.map((box, i) => sign(plan.places[i]?.[5] ?? "", box, at.letter))}
  </svg>`;
}

function stateOf({ settled, frontier }: Moment, place: number): State {
  if (settled.has(place)) return "settled";
  return frontier.has(place) ? "frontier" : "untouched";
}

function place(box: Box, state: State, last: boolean, letter: number): SVGTemplateResult {
  const { x, y, w, h } = box;
  return svg`<g class=${state}>
    <rect x=${fixed(x)} y=${fixed(y)} width=${fixed(w)} height=${fixed(h)} stroke-width=${fixed(letter / 12)} />
    ${texture(box, state, letter)}
    ${last ? ring(box, letter) : ""}
  </g>`;
}

/** The pattern of a state, so that nobody needs to tell colours apart. */
export function texture(box: Box, state: State, letter: number): SVGTemplateResult | string {
  switch (state) {
    case "settled":
      return svg`<path class="hatch" d=${hatch(box, letter * 0.7)} stroke-width=${fixed(letter / 14)} />`;
    case "frontier":
      return svg`<path class="dots" d=${dots(box, letter * 0.75)} stroke-width=${fixed(letter / 4)} />`;
  }
  return "";
}

function ring({ x, y, w, h }: Box, letter: number): SVGTemplateResult {
  const inset = letter / 6;
  return svg`<rect class="last" x=${fixed(x + inset)} y=${fixed(y + inset)} width=${fixed(Math.max(0, w - 2 * inset))}
    height=${fixed(Math.max(0, h - 2 * inset))} stroke-width=${fixed(letter / 4)} />`;
}

function barrier(at: Layout, a: number, b: number): SVGTemplateResult | string {
  const [p, q] = [at.boxes[a], at.boxes[b]];
  if (!p || !q) return "";
  const [x1, y1, x2, y2] = border(p, q);
  return svg`<line class="closed" x1=${fixed(x1)} y1=${fixed(y1)} x2=${fixed(x2)} y2=${fixed(y2)}
    stroke-width=${fixed(at.letter / 2)} />
    <text class="cross" x=${fixed((x1 + x2) / 2)} y=${fixed((y1 + y2) / 2)} font-size=${fixed(at.letter * 1.5)}>✕</text>`;
}

/** The way in one line, over a wider one in the colour of the ground. */
function way(route: number[], at: Layout): SVGTemplateResult {
  const stops = route.flatMap((place) => at.boxes[place] ?? []).map(middle);
  const points = stops.map(({ x, y }) => `${fixed(x)},${fixed(y)}`).join(" ");
  const end = stops.at(-1);
  const size = at.letter / 2;
  return svg`<polyline class="halo" points=${points} stroke-width=${fixed(size * 1.7)} />
    <polyline class="way" points=${points} stroke-width=${fixed(size * 0.8)} />
    ${stops[0] ? svg`<circle class="start" cx=${fixed(stops[0].x)} cy=${fixed(stops[0].y)} r=${fixed(size)} stroke-width=${fixed(size / 2)} />` : ""}
    ${end ? svg`<circle class="end" cx=${fixed(end.x)} cy=${fixed(end.y)} r=${fixed(size * 1.2)} />` : ""}`;
}

/** A name in the upper part of its box, free of the way through the middle. */
function sign(name: string, { x, y, w, h }: Box, letter: number): SVGTemplateResult | string {
  if (!name) return "";
  const size = fixed(fitting(name, w, letter));
  return svg`<text class="sign" x=${fixed(x + w / 2)} y=${fixed(y + Math.min(h / 2, letter))} font-size=${size}
    stroke-width=${fixed(size / 4)}>${name}</text>`;
}
