import { html, nothing, type TemplateResult } from "lit";
import type { Drawing } from "./lesson";
import { planOf } from "./plan/model";
import { planStringsOf } from "./plan/strings";
import { planView, type Cursor } from "./plan/view";
import type { Language } from "./strings";

export interface DrawingsView {
  /** What a run has reported so far. */
  lines: Drawing[];
  /** Where the reader looks; null where only the end is to be seen. */
  cursor: Cursor | null;
  /** The page's words for what is drawn, by key. */
  labels: Record<string, string>;
  language: Language;
  changed(): void;
}

/** What a run drew, below its output; nothing where it drew nothing. */
export function drawings({ lines, ...view }: DrawingsView): TemplateResult | typeof nothing {
  const plan = planOf(lines);
  if (!plan) return nothing;
  const strings = planStringsOf(view.language);
  return html`<section class="drawing" aria-label=${strings.plan}>
    <header><p class="title">${strings.plan}</p></header>
    ${planView({ ...view, plan })}
    ${view.cursor ? html`<p class="evidence">${strings.evidence}</p>` : nothing}
  </section>`;
}
