import { html, nothing, type TemplateResult } from "lit";
import type { LeftLane, Link, Model } from "./model";
import type { Names } from "./names";
import type { Strings } from "./strings";
import type { TimeWindow } from "./window";

export interface FindingsView {
  model: Model;
  strings: Strings;
  names: Names;
  length(ms: number): string;
  /** Brings a lane, and a stretch of its time, before the reader. */
  show(lane: string, stretch: TimeWindow | null): void;
  light(line: number): void;
  evidence(): TemplateResult;
}

/** Longer lists help nobody. */
const most = 20;

/** What stands out in a run, in words: who never came to an end, who waits for whom, who let nobody else run. */
export function findingsView(v: FindingsView): TemplateResult | typeof nothing {
  const { cycles = [], turns = [], callbacks = [], stopped } = v.model;
  // Where the recording ended before the run did, nobody knows who was left.
  const left = typeof stopped === "number" ? [] : (v.model.left ?? []);
  if (cycles.length + left.length + turns.length + callbacks.length === 0) return nothing;
  return html`<section class="findings" aria-label=${v.strings.findings}>
    <p class="title">${v.strings.findings}</p>
    ${cycles.map((cycle) => cycleView(cycle, v))} ${leftView(left, v)} ${turnsView(v)}
    ${callbacksView(v)} ${v.evidence()}
  </section>`;
}

const lineButton = (line: number, text: string, v: FindingsView) =>
  line > 0 ? html`<button class="link" @click=${() => v.light(line)}>${text}</button>` : nothing;

const laneButton = (lane: string, v: FindingsView, stretch: TimeWindow | null = null) =>
  html`<button class="link" @click=${() => v.show(lane, stretch)}>
    ${v.names.laneInRun(lane)}
  </button>`;

/** Each of a circle waits for what the next one has. */
function cycleView(cycle: Link[], v: FindingsView): TemplateResult {
  const { strings: s, names } = v;
  return html`<div class="cycle">
    <p>${s.cycle(cycle.length)}</p>
    <ol>
      ${cycle.map(
        (link) =>
          html`<li>
            ${laneButton(link.lane, v)}
            ${s.waitsFor(names.thing(link.thing), names.laneOf(link.holder))}
            ${lineButton(link.line, s.line(link.line), v)}
          </li>`,
      )}
    </ol>
  </div>`;
}

/** Whoever was left, each with what it waited for, where, and where it was started. */
function leftView(left: LeftLane[], v: FindingsView): TemplateResult | typeof nothing {
  const { strings: s, length } = v;
  if (left.length === 0) return nothing;
  return html`<div class="left">
    <p>${s.left(left.length)}</p>
    <ul>
      ${left
        .slice(0, most)
        .map(
          (each) =>
            html`<li>
              ${laneButton(each.lane, v)}${s.colon}${each.reason}
              ${lineButton(each.line, s.line(each.line), v)}
              ${s.since(length((each.until ?? v.model.end ?? each.since) - each.since))}
              ${lineButton(each.made.line, s.startedAt(each.made.line), v)}
              ${each.leaked ? html`<b>${s.leaked}</b>` : nothing}
            </li>`,
        )}
    </ul>
    ${left.length > most ? html`<p>${s.more(left.length - most)}</p>` : nothing}
  </div>`;
}

/** Goroutines that kept their thread while others could have run; the longest first. */
function turnsView(v: FindingsView): TemplateResult | typeof nothing {
  const { turns = [] } = v.model;
  const { strings: s, length } = v;
  if (turns.length === 0) return nothing;
  const longest = [...turns].sort((a, b) => b.end - b.start - (a.end - a.start));
  return html`<ul class="turns">
    ${longest.slice(0, 5).map((turn) => {
      const { lane, start: from, end: to, others, open } = turn;
      const told = open ? s.neverYields : s.keepsThread;
      return html`<li>${laneButton(lane, v, { from, to })} ${told(length(to - from), others)}</li>`;
    })}
    ${longest.length > 5 ? html`<li>${s.more(longest.length - 5)}</li>` : nothing}
  </ul>`;
}

/** Steps of an event loop that took so long that all others waited. */
function callbacksView(v: FindingsView): TemplateResult | typeof nothing {
  const { callbacks = [] } = v.model;
  const { strings: s, length } = v;
  if (callbacks.length === 0) return nothing;
  return html`<ul class="callbacks">
    ${callbacks.slice(0, most).map(({ lane, name, start: from, end: to }) => {
      return html`<li>
        ${laneButton(lane, v, { from, to })} ${s.slowCallback(name, length(to - from))}
      </li>`;
    })}
    ${callbacks.length > most ? html`<li>${s.more(callbacks.length - most)}</li>` : nothing}
  </ul>`;
}
