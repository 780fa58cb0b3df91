import { html, nothing, type TemplateResult } from "lit";
import { quantity } from "../../lib/quantity";
import { dateTime } from "../../lib/time-text";
import { spreadOf } from "../../lib/spread";
import { evidenceOf, type Evidence, type Headline } from "./evidence";
import { evidenceWordsOf, type EvidenceWords } from "./evidence-words";
import type { Figure } from "./lesson";
import type { Lines } from "../timeline/behind";
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
export const value = (v: EvidenceView, figure: Figure, label: string): TemplateResult =>
  press(v, figure.key, label, quantity(figure.value, figure.unit, v.language));

/** A text that shows what stands behind it when it is pressed. */
export function press(v: EvidenceView, key: string, label: string, text: string): TemplateResult {
  const open = v.asked.key === key;
  const ask = () => {
    v.asked.key = open ? null : key;
    v.changed();
  };
  const title = evidenceWordsOf(v.language).show(label);
  // Its text and nothing around it: it stands within sentences.
  return html`<button
    class="value"
    aria-expanded=${open}
    title=${title}
    .textContent=${text}
    @click=${ask}
  ></button>`;
}

/** What stands behind the figure that was asked for, under it. */
export const behind = (v: EvidenceView, figure: Figure) =>
  told(v, figure.key, () => linesOf(evidenceOf(v.headline, figure), figure.unit, v.language));

/** What stands behind the text of a key, while the reader asks for it. */
export function told(
  v: EvidenceView,
  key: string,
  lines: () => Lines,
): TemplateResult | typeof nothing {
  if (v.asked.key !== key) return nothing;
  return html`<dl class="behind" aria-label=${evidenceWordsOf(v.language).title}>
    ${lines().map(
      ([what, said]) =>
        html`<dt>${what}</dt>
          <dd>${said}</dd>`,
    )}
  </dl>`;
}

/** Evidence in words; unit is that of its values. */
export function linesOf(e: Evidence, unit: string, language: Language): Lines {
  const w = evidenceWordsOf(language);
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

/** What is known of how the figures of a file came about. */
export function behindFile(file: string, language: Language): Lines {
  const w = evidenceWordsOf(language);
  const unknown = [w.when, w.machine, w.time, w.go, w.command];
  return [
    [w.measured, w.elsewhere(file)],
    ...unknown.map((what): [string, string] => [what, w.unknown]),
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
