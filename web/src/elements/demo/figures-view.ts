import { html, nothing, svg, type TemplateResult } from "lit";
import { bars, ratios, type Bar } from "../../lib/bars";
import { factor, quantity } from "../../lib/quantity";
import { behind, value, type EvidenceView } from "./evidence-view";
import { isRibbon, wordFor, type Figure } from "./lesson";
import { ribbonView } from "./ribbon-view";
import type { Language, Strings } from "./strings";

export interface FiguresView {
  figures: Figure[];
  /** The page's words for figures, by key. */
  labels: Record<string, string>;
  strings: Strings;
  language: Language;
  /** What stands behind the figures; without it, as for what was recorded, they are plain. */
  evidence?: EvidenceView;
}

/** Figures as bars with their values in text; those of one unit share a scale. Ribbons come first. */
export function figuresView(v: FiguresView): TemplateResult {
  const numbers = v.figures.filter((figure) => !isRibbon(figure));
  const units = [...new Set(numbers.map((figure) => figure.unit))];
  const group = (unit: string) => numbers.filter((figure) => figure.unit === unit);
  const compared = units.some((unit) => shares(group(unit)).some((ratio) => ratio !== null));
  return html`<div class="figures">
    ${v.figures
      .filter(isRibbon)
      .map((r) => ribbonView(r, labelOf(v, r), v.strings, v.language, v.evidence))}
    ${units.map((unit) => scale(v, group(unit)))}
    ${compared ? html`<p class="hint">${v.strings.timesSmallest}</p>` : nothing}
  </div>`;
}

const labelOf = (v: FiguresView, figure: Figure) => wordFor(v.labels, figure.key) ?? figure.label;

const shares = (figures: Figure[]) => ratios(figures.map((figure) => figure.value));

function scale(v: FiguresView, figures: Figure[]): TemplateResult {
  const drawn = bars(figures.map((figure) => figure.value));
  const times = shares(figures);
  return html`<ul>
    ${figures.map((figure, i) => {
      const ratio = times[i] ?? null;
      return html`<li data-key=${figure.key}>
        <span class="label">${labelOf(v, figure)}</span>
        ${valueOf(v, figure)}
        <span class="ratio">${ratio === null ? nothing : factor(ratio, v.language)}</span>
        ${figures.length > 1 && drawn[i] ? picture(drawn[i]) : nothing}
        ${v.evidence ? behind(v.evidence, figure) : nothing}
      </li>`;
    })}
  </ul>`;
}

const valueOf = (v: FiguresView, figure: Figure) =>
  v.evidence
    ? value(v.evidence, figure, labelOf(v, figure))
    : html`<span class="value">${quantity(figure.value, figure.unit, v.language)}</span>`;

/** Lengths are attributes of SVG, not styles, which the page's policy forbids in markup. */
function picture(bar: Bar): TemplateResult {
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return html`<svg class="bar" aria-hidden="true">
    ${svg`<rect class="track" width="100%" height="100%" />
    <rect class="fill" x=${percent(bar.start)} width=${percent(bar.length)} height="100%" />
    <rect class="zero" x=${percent(bar.start)} width="2" height="100%" />`}
  </svg>`;
}
