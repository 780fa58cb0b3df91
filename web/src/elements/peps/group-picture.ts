// Communities as discs on a circle, and arrows for what they cite of one another.

import { html, nothing, svg } from "lit";
import type { Groups } from "./analysis";
import type { Strings } from "./strings";

const side = 320;
const most = 20; // communities that are drawn, the largest

interface Disc {
  group: number;
  x: number;
  y: number;
  radius: number;
}

export function renderGroupPicture(
  groups: Groups,
  chosen: number | null,
  words: Strings,
  onShow: (group: number) => void,
) {
  const discs = place(groups);
  if (discs.length < 2) return nothing;
  const at = new Map(discs.map((disc) => [disc.group, disc]));
  const links = groups.links.filter(({ from, to }) => from !== to && at.has(from) && at.has(to));
  const strongest = Math.max(1, ...links.map(({ edges }) => edges));
  return html`<svg
    class="group-picture"
    viewBox=${`0 0 ${side} ${side}`}
    role="img"
    aria-label=${words.groupPicture}
  >
    <defs>
      <marker
        id="group-tip"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M0 .5L7.5 4L0 7.5Z" />
      </marker>
    </defs>
    ${links.map(({ from, to, edges }) => {
      const mine = chosen === null || from === chosen || to === chosen;
      return arrow(at.get(from)!, at.get(to)!, 0.5 + (5 * edges) / strongest, mine);
    })}
    ${discs.map((disc) => circle(disc, groups, chosen, words, onShow))}
  </svg>`;
}

/** The largest communities about a circle, an area for each PEP. */
function place({ members }: Groups): Disc[] {
  const drawn = members
    .map(({ length }, group) => ({ group, length }))
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length || a.group - b.group)
    .slice(0, most);
  const largest = Math.sqrt(drawn[0]?.length ?? 1);
  return drawn.map(({ group, length }, i) => {
    const angle = (2 * Math.PI * i) / drawn.length - Math.PI / 2;
    const reach = side / 2 - 46;
    return {
      group,
      x: side / 2 + reach * Math.cos(angle),
      y: side / 2 + reach * Math.sin(angle),
      radius: 3 + (13 * Math.sqrt(length)) / largest,
    };
  });
}

/** Bent to the left, so that both directions can be seen. */
function arrow(from: Disc, to: Disc, width: number, mine: boolean) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = { x: (from.x + to.x) / 2 - dy * 0.12, y: (from.y + to.y) / 2 + dx * 0.12 };
  const free = to.radius + 2;
  const end = { x: to.x - (dx / length) * free, y: to.y - (dy / length) * free };
  return svg`<path class=${mine ? "link" : "link other"} marker-end="url(#group-tip)"
    d=${`M${from.x} ${from.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`} stroke-width=${width} />`;
}

function circle(
  { group, x, y, radius }: Disc,
  { names }: Groups,
  chosen: number | null,
  words: Strings,
  onShow: (group: number) => void,
) {
  const name = names[group]!;
  const first = name.split(",")[0]!;
  const below = y > side / 2;
  return svg`<g class=${group === chosen ? "group chosen" : "group"} @click=${() => onShow(group)}>
    <title>${words.groupShow(name)}</title>
    <circle cx=${x} cy=${y} r=${radius} />
    <text x=${x} y=${below ? y + radius + 10 : y - radius - 4} text-anchor="middle">${first}</text>
  </g>`;
}
