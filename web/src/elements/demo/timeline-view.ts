import { html, nothing, type TemplateResult } from "lit";
import "../timeline/define";
import type { LineAt } from "../timeline/lines";
import { stringsOf } from "../timeline/strings";
import { visibleText } from "../../lib/visible-text";
import { partName } from "./lesson";
import type { OpenLesson } from "./open-lesson";
import type { Language } from "./strings";
import { timeWordsOf } from "./time-words";

/** The timeline of the lesson's runs, with the hands on their clock. Its switch is its own: whoever begins a run asks it. */
export function timelineView(
  open: OpenLesson,
  language: Language,
  clock: TemplateResult,
  toggle: () => void,
): TemplateResult | typeof nothing {
  const { tracing, session } = open;
  if (!tracing) return nothing;
  const paused = session.state.kind === "paused";
  return html`<ahiru-timeline
    lang=${language}
    .called=${partName(stringsOf(language).timeline, open.lesson)}
    .model=${tracing.model}
    .live=${tracing.live}
    .paused=${paused}
    .condition=${tracing.condition}
    .bytes=${tracing.bytes}
    .cost=${costOf(open, language)}
    .addUp=${tracing.totals}
    .code=${open.lines.code}
    .words=${open.account.inWords()}
    .behind=${open.behind}
    .file=${visibleText(tracing.file)}
    .facts=${tracing.live || tracing.file ? null : open.measures.facts()}
    @ahiru-timeline-moment=${(e: CustomEvent<{ lines: LineAt[] }>) => open.lines.moment(e.detail.lines)}
    @ahiru-timeline-line=${(e: CustomEvent<{ line: number | null }>) => open.lines.light(e.detail.line)}
    @ahiru-timeline-open=${(e: CustomEvent<{ file: File }>) => tracing.openFile(e.detail.file)}
    @ahiru-timeline-close=${() => (tracing.forget(), open.changed())}
    @ahiru-timeline-tracing=${() => tracing.prepare()}
    >${pauseButton(open, language, toggle)} ${clock}</ahiru-timeline
  >`;
}

/** What tracing cost, in words; "" while that is not known. */
function costOf({ tracing }: OpenLesson, language: Language): string {
  const cost = tracing?.cost;
  if (!cost) return "";
  const seconds = (ms: number) => `${(ms / 1000).toLocaleString(language)} s`;
  const { traced, plain } = cost;
  const times = (traced / plain).toLocaleString(language, { maximumSignificantDigits: 3 });
  return stringsOf(language).cost(seconds(traced), seconds(plain), `${times} ×`);
}

function pauseButton(
  { session }: OpenLesson,
  language: Language,
  toggle: () => void,
): TemplateResult | typeof nothing {
  if (!session.busy) return nothing;
  const words = timeWordsOf(language);
  const paused = session.state.kind === "paused";
  return html`<button @click=${toggle}>${paused ? words.resume : words.pause}</button>`;
}
