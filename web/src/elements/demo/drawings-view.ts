import { html, nothing, type TemplateResult } from "lit";
import { boardsOf, type Board } from "./board/model";
import { boardView, type Kill } from "./board/view";
import type { EvidenceView } from "./evidence-view";
import type { Drawing } from "./lesson";
import { planOf, type Plan } from "./plan/model";
import { planStringsOf } from "./plan/strings";
import { planView, type Cursor } from "./plan/view";
import { stringsOf, type Language } from "./strings";

export interface DrawingsView {
  /** What a run has reported so far. */
  lines: Drawing[];
  /** Where the reader looks; null where only the end is to be seen. */
  cursor: Cursor | null;
  /** The page's words for what is drawn, by key. */
  labels: Record<string, string>;
  language: Language;
  kill?: Kill | null;
  /** What a part of the page is called, by its title. */
  named(title: string): string;
  changed(): void;
  /** What stands behind what is in tables; without it, as for what was recorded, they are plain. */
  evidence?: EvidenceView;
}

/** What a run drew, below its output; nothing where it drew nothing. */
export function drawings({ lines, ...view }: DrawingsView): TemplateResult | typeof nothing {
  const plan = planOf(lines);
  const boards = boardsOf(lines);
  if (!plan && boards.length === 0) return nothing;
  return html`${boards.length > 0 ? tables(boards, view) : nothing}${plan ? floors(plan, view) : nothing}`;
}

type Around = Omit<DrawingsView, "lines">;

function tables(
  boards: Board[],
  { labels, language, kill, named, evidence }: Around,
): TemplateResult {
  const strings = stringsOf(language);
  return html`<section class="drawing" aria-label=${named(strings.boards)}>
    ${boards.map((board) => boardView({ board, labels, strings, language, kill, evidence }))}
  </section>`;
}

function floors(plan: Plan, view: Around): TemplateResult {
  const strings = planStringsOf(view.language);
  return html`<section class="drawing" aria-label=${view.named(strings.plan)}>
    <header><p class="title">${strings.plan}</p></header>
    ${planView({ ...view, plan })}
    ${view.cursor ? html`<p class="evidence">${strings.evidence}</p>` : nothing}
  </section>`;
}
