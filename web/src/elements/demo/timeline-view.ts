import { html, nothing, type TemplateResult } from "lit";
import "../timeline/define";
import { stringsOf } from "../timeline/strings";
import type { OpenLesson } from "./open-lesson";
import type { Language } from "./strings";

/** The timeline of the lesson's runs. Its switch is its own: whoever begins a run asks it. */
export function timelineView(
  open: OpenLesson,
  language: Language,
): TemplateResult | typeof nothing {
  const { tracing } = open;
  if (!tracing) return nothing;
  const { cost } = tracing;
  const seconds = (ms: number) => `${(ms / 1000).toLocaleString(language)} s`;
  const told = cost ? stringsOf(language).cost(seconds(cost.traced), seconds(cost.plain)) : "";
  return html`<ahiru-timeline
    lang=${language}
    .model=${tracing.model}
    .live=${tracing.live}
    .condition=${tracing.condition}
    .bytes=${tracing.bytes}
    .cost=${told}
    .addUp=${tracing.totals}
    @ahiru-timeline-tracing=${() => tracing.prepare()}
  ></ahiru-timeline>`;
}
