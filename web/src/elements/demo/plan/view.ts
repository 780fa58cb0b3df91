import { html, nothing, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { wordFor } from "../lesson";
import type { Language } from "../strings";
import { layout } from "./floors";
import { momentOf, stepsOf, type Plan, type Search } from "./model";
import { picture, texture } from "./picture";
import { planStringsOf, type PlanStrings } from "./strings";
import { momentInWords, stepsInWords } from "./words";

/** Where in a run's searches the reader looks. */
export interface Cursor {
  /** After how many steps; null follows the run to its end. */
  at: number | null;
  /** Whether all steps are told in words: a run of thousands is told to nobody who did not ask. */
  told: boolean;
}

export interface PlanView {
  plan: Plan;
  /** null where only the end is to be seen. */
  cursor: Cursor | null;
  /** The page's words for searches, by key. */
  labels: Record<string, string>;
  language: Language;
  changed(): void;
}

/** The building once for each search, all after the same number of steps. */
export function planView(v: PlanView): TemplateResult {
  const { plan } = v;
  const strings = planStringsOf(v.language);
  const most = stepsOf(plan);
  const at = Math.min(v.cursor?.at ?? most, most);
  const place = layout(plan);
  return html`<div class="plan">
    ${v.cursor && most > 0 ? stepper(v, v.cursor, at, most) : nothing}
    <div class="searches">
      ${plan.searches.map((search) => {
        const label = wordFor(v.labels, search.key) ?? search.label;
        const moment = momentOf(search, at);
        return html`<figure data-key=${search.key}>
          <figcaption>
            <b>${label}</b>
            <span>${strings.settledAndFrontier(moment.settled.size, moment.frontier.size)}</span>
          </figcaption>
          ${picture(plan, place, moment, momentInWords(plan, moment, label, strings))}
        </figure>`;
      })}
    </div>
    ${legend(plan, strings)}
    <details class="steps" @toggle=${(e: Event) => tell(v, e.currentTarget as HTMLDetailsElement)}>
      <summary>${strings.stepsAsText}</summary>
      ${v.cursor?.told === false ? nothing : plan.searches.map((search) => steps(v, search))}
    </details>
  </div>`;
}

function tell({ cursor, changed }: PlanView, details: HTMLDetailsElement): void {
  if (!cursor || cursor.told === details.open) return;
  cursor.told = details.open;
  changed();
}

function stepper(v: PlanView, cursor: Cursor, at: number, most: number): TemplateResult {
  const { changed } = v;
  const strings = planStringsOf(v.language);
  const go = (step: number) => {
    cursor.at = step >= most ? null : Math.max(0, step);
    changed();
  };
  const slide = (e: Event) => go(Number((e.currentTarget as HTMLInputElement).value));
  const told = strings.stepOf(at, most);
  return html`<div class="stepper">
    <button aria-label=${strings.stepBack} @click=${() => go(at - 1)} aria-disabled=${at === 0}>
      ◀
    </button>
    <input
      type="range"
      min="0"
      max=${most}
      .value=${live(String(at))}
      aria-label=${strings.step}
      aria-valuetext=${told}
      @input=${slide}
    />
    <button aria-label=${strings.stepOn} @click=${() => go(at + 1)} aria-disabled=${at === most}>
      ▶
    </button>
    <output>${told}</output>
  </div>`;
}

const sample = { x: 0.5, y: 0.5, w: 23, h: 13 };

function legend(plan: Plan, strings: PlanStrings): TemplateResult {
  const swatch = (state: "settled" | "frontier") =>
    svg`<g class=${state}><rect x="0.5" y="0.5" width="23" height="13" />${texture(sample, state, 7)}</g>`;
  const way = svg`<line class="halo" x1="2" y1="7" x2="22" y2="7" stroke-width="8" />
    <line class="way" x1="2" y1="7" x2="22" y2="7" stroke-width="3.5" />`;
  const closed = svg`<text class="cross" x="12" y="7" font-size="14">✕</text>`;
  const entry = (drawn: unknown, text: string) =>
    html`<li><svg viewBox="0 0 24 14" aria-hidden="true">${drawn}</svg>${text}</li>`;
  return html`<ul class="plan-legend">
    ${entry(swatch("settled"), strings.settledPlace)}
    ${entry(swatch("frontier"), strings.frontierPlace)} ${entry(way, strings.way)}
    ${plan.closed.length > 0 ? entry(closed, strings.closedWay) : nothing}
  </ul>`;
}

const steps = (v: PlanView, search: Search) =>
  html`<h4>${wordFor(v.labels, search.key) ?? search.label}</h4>
    <ol>
      ${stepsInWords(v.plan, search, planStringsOf(v.language), v.language).map((told) => html`<li>${told}</li>`)}
    </ol>`;
