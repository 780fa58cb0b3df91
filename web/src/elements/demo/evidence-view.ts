import { html, nothing, type TemplateResult } from "lit";
import { quantity } from "../../lib/quantity";
import { dateTime } from "../../lib/time-text";
import { spreadOf } from "../../lib/spread";
import { evidenceOf, type Evidence, type Headline } from "./evidence";
import { evidenceWordsOf, type EvidenceWords } from "./evidence-words";
import type { Figure } from "./lesson";
import type { Language } from "./strings";
import { timeWordsOf } from "./time-words";

/** The figure whose evidence the reader asked for; one at a time. */
export interface Asked {
  key: string | null;
}

export interface EvidenceView {
  headline: Headline;
  asked: Asked;
  language: Language;
  changed(): void;
}

/** A figure's value; a press on it shows what stands behind it. */
export function value(v: EvidenceView, figure: Figure, label: string): TemplateResult {
  const open = v.asked.key === figure.key;
  const press = () => {
    v.asked.key = open ? null : figure.key;
    v.changed();
  };
  return html`<button
    class="value"
    aria-expanded=${open}
    title=${evidenceWordsOf(v.language).show(label)}
    @click=${press}
  >
    ${quantity(figure.value, figure.unit, v.language)}
  </button>`;
}

/** What stands behind the figure that was asked for, under it. */
export function behind(v: EvidenceView, figure: Figure): TemplateResult | typeof nothing {
  if (v.asked.key !== figure.key) return nothing;
  const words = evidenceWordsOf(v.language);
  const lines = linesOf(evidenceOf(v.headline, figure.key), figure.unit, words, v.language);
  return html`<dl class="behind" aria-label=${words.title}>
    ${lines.map(
      ([what, told]) =>
        html`<dt>${what}</dt>
          <dd>${told}</dd>`,
    )}
  </dl>`;
}

export function linesOf(
  e: Evidence,
  unit: string,
  w: EvidenceWords,
  language: Language,
): [string, string][] {
  const grain = e.grain >= 1 ? `${e.grain.toFixed(0)} ms` : `${Math.round(e.grain * 1000)} µs`;
  return [
    [w.measured, w.here],
    [w.when, e.when ? dateTime(e.when, language) : w.unknown],
    [w.trials, trials(e.values, unit, w, language)],
    [w.machine, [e.browser || w.unknown, w.cores(e.cores)].join(", ")],
    [w.page, e.isolated ? w.isolated : w.notIsolated],
    [w.grain, Number.isFinite(e.grain) ? grain : w.unknown],
    [w.tracing, e.traced ? w.on : w.off],
    [w.time, timeWordsOf(language).inForce(e.time)],
    [w.go, e.go.replace(/^go/, "") || w.unknown],
    [w.command, e.command],
  ];
}

function trials(
  values: readonly number[],
  unit: string,
  w: EvidenceWords,
  language: Language,
): string {
  const spread = spreadOf(values);
  if (!spread || values.length === 1) return w.once;
  const told = (n: number) => quantity(n, unit, language);
  return w.spread(values.length, told(spread.middle), told(spread.low), told(spread.high));
}
