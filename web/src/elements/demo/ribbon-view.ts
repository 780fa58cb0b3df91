import { html, nothing, svg, type TemplateResult } from "lit";
import { quantity } from "../../lib/quantity";
import { runs, shares, stateOf, type Run, type State } from "../../lib/ribbon";
import { behind, value, type EvidenceView } from "./evidence-view";
import type { Ribbon } from "./lesson";
import type { Language, Strings } from "./strings";

/** The ribbon with its legend. The picture is for the eye: each lane says its shares in text. */
export function ribbonView(
  ribbon: Ribbon,
  label: string,
  strings: Strings,
  language: Language,
  /** What stands behind it; without it, as for what was recorded, it is plain. */
  evidence?: EvidenceView,
): TemplateResult {
  const seen = new Set(ribbon.lanes.flatMap(({ states }) => shares(states).map((s) => s.state)));
  const legend = Object.values(stateOf).filter((state) => seen.has(state));
  return html`<figure class="ribbon" data-key=${ribbon.key}>
    <figcaption>
      <span class="label">${label}</span>
      ${
        evidence
          ? value(evidence, ribbon, label)
          : html`<span class="span">${quantity(ribbon.value, "s", language)}</span>`
      }
    </figcaption>
    ${evidence ? behind(evidence, ribbon) : nothing}
    <ul>
      ${ribbon.lanes.map(
        ({ name, states }) =>
          html`<li>
            <span class="name">${name}</span>${lane(states)}
            <span class="shares">${shareText(states, strings, language)}</span>
          </li>`,
      )}
    </ul>
    <p class="legend" aria-hidden="true">
      ${legend.map((state) => html`<span>${swatch(state)}${strings.states[state]}</span>`)}
    </p>
  </figure>`;
}

/** What a lane shows, in words. */
export function shareText(states: string, strings: Strings, language: Language): string {
  const percent = { style: "percent", maximumFractionDigits: 0 } as const;
  return shares(states)
    .filter(({ share }) => share >= 0.005)
    .map(
      ({ state, share }) => `${strings.states[state]} ${share.toLocaleString(language, percent)}`,
    )
    .join(", ");
}

const lane = (states: string) =>
  html`<svg class="lane" aria-hidden="true">${patterns}${runs(states).map(stretch)}</svg>`;

export const swatch = (state: State) =>
  html`<svg class="swatch" aria-hidden="true">
    ${patterns}${stretch({ state, start: 0, length: 1 })}
  </svg>`;

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** A stretch is as high as its state says, and where it is not plain a pattern lies over it. */
function stretch({ state, start, length }: Run): TemplateResult {
  const [y, height] = heights[state];
  const area = { x: percent(start), width: percent(length) };
  return svg`<rect class=${state} x=${area.x} width=${area.width} y=${y} height=${height} />
    <rect fill=${`url(#over-${state})`} x=${area.x} width=${area.width} y=${y} height=${height} />`;
}

/** Where a state's stretch begins, from the top, and how high it is: running stands out without any colour. */
export const heights: Record<State, [string, string]> = {
  running: ["0", "100%"],
  runnable: ["25%", "50%"],
  blocked: ["25%", "50%"],
  sleeping: ["40%", "20%"],
  done: ["47%", "6%"],
};

/** A pattern for each state but running, which is plain. Each picture has its own: one that is hidden lends none. */
const patterns = svg`<defs>
  <pattern id="over-runnable" width="5" height="5" patternUnits="userSpaceOnUse">
    <circle cx="2.5" cy="2.5" r="1.1" />
  </pattern>
  <pattern id="over-blocked" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="1.6" height="5" />
  </pattern>
  <pattern id="over-sleeping" width="8" height="8" patternUnits="userSpaceOnUse">
    <rect width="3" height="8" />
  </pattern>
</defs>`;
