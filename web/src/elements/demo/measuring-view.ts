import { html, nothing, type TemplateResult } from "lit";
import { dateTime } from "../../lib/time-text";
import { evidenceWordsOf } from "./evidence-words";
import type { OpenLesson } from "./open-lesson";
import type { Language } from "./strings";

/** As often is measured at one press, where once is not enough. */
const several = 5;

/** Which run the figures are of, where another one is drawn, and how to measure more of them. */
export function measuring(open: OpenLesson, language: Language): TemplateResult | typeof nothing {
  const { measures, session } = open;
  const words = evidenceWordsOf(language);
  const { measuring: going } = measures;
  if (going) {
    return html`<p class="hint" role="status">${words.measuring(going.done, going.all)}</p>`;
  }
  if (session.busy || session.state.kind === "ready") return nothing;
  const plain = measures.plain.at(-1);
  const press = (times: number, label: string) =>
    html`<button class="plain" @click=${() => void measures.repeat(times)}>${label}</button>`;
  return html`<div class="measuring">
    ${open.tracedRun ? html`<p class="hint">${plain ? words.fromPlain(dateTime(plain.when, language)) : words.onlyTraced}</p>` : nothing}
    ${open.tracedRun && !plain ? press(1, words.measurePlain) : nothing}
    ${press(several, words.measureSeveral(several))}
  </div>`;
}
