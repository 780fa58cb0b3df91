import { html, nothing, type TemplateResult } from "lit";
import { stateAt, type Lane, type Model, type Span } from "./model";
import type { Strings } from "./strings";
import { nameOf, spanInWords } from "./transcript";

export interface Picked {
  lane: string;
  span: Span | undefined;
}

/** What is known of what the reader points at, and how everybody is at the moment looked at. */
export function details(
  model: Model,
  picked: Picked | null,
  at: number | null,
  s: Strings,
  length: (ms: number) => string,
): TemplateResult {
  const lane = picked && model.lanes.find(({ id }) => id === picked.lane);
  return html`<div class="details" aria-live="polite">
    ${at === null ? nothing : html`<p>${s.at(length(at))}: ${counts(model, at, s)}</p>`}
    ${lane ? about(model, lane, picked.span, s, length) : nothing}
  </div>`;
}

/** How many goroutines are in which state. */
export function counts({ lanes }: Model, at: number, s: Strings): string {
  const sums = new Map<string, number>();
  for (const lane of lanes) {
    const state = stateAt(lane, at)?.state;
    if (state) sums.set(s.states[state], (sums.get(s.states[state]) ?? 0) + 1);
  }
  return [...sums].map(([state, count]) => `${state} ${count}`).join(", ") || s.noState;
}

function about(
  model: Model,
  lane: Lane,
  span: Span | undefined,
  s: Strings,
  length: (ms: number) => string,
): TemplateResult {
  const frames = span?.stack ? (model.stacks?.[span.stack] ?? []) : [];
  const woken = span && wakeupOf(model, lane, span);
  return html`<p>
      <b>${nameOf(lane)}</b>: ${span ? spanInWords(span, s, length) : s.noState}
      ${woken ? html`· ${s.wokenBy(woken.from, length(woken.at))}` : nothing}
    </p>
    ${
      frames.length > 0
        ? html`<ol>
            ${frames.map((f) => html`<li>${f.func} (${f.file.split("/").at(-1)}:${f.line})</li>`)}
          </ol>`
        : nothing
    }`;
}

/** Who ended a wait, or began what came after it. */
function wakeupOf({ wakeups }: Model, lane: Lane, span: Span) {
  const end = span.state === "runnable" ? span.start : span.end;
  return wakeups.find(({ at, to }) => to === lane.id && Math.abs(at - end) < 1e-6);
}
