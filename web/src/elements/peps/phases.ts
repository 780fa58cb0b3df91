// What stands where the picture would be while there is none.

import { html, nothing } from "lit";
import type { Step } from "./layouts";
import type { Strings } from "./strings";

export type Phase =
  | { name: "loading"; bytes: number }
  | { name: "placing"; part: number } // of the layout that is calculated, 0 to 1
  | { name: "stopped" } // the reader gave the layout up: lists only
  | { name: "ready" }
  | { name: "plain" } // no WebGL: search and lists only
  | { name: "empty" }
  | { name: "failed"; reason: string };

/** The ways on from a phase. */
export interface Ways {
  retry(): void;
  giveUp(): void;
}

/** Stands over the map while it is laid out anew; it goes on being used. */
export function renderArranging(words: Strings, step: Step | null, cancel: () => void) {
  const what = step?.stage === "measuring" ? words.calculating : words.placing;
  return html`<div class="arranging">
    <p role="status">${what}</p>
    <progress max="1" value=${step ? step.done / step.of : nothing} aria-label=${what}></progress>
    <span class="amount">${step ? percent(step.done / step.of) : nothing}</span>
    <button type="button" class="plain-button" @click=${cancel}>${words.cancel}</button>
  </div>`;
}

const percent = (part: number) => `${Math.floor(100 * part)} %`;

export function renderPhase(phase: Phase, words: Strings, { retry, giveUp }: Ways) {
  switch (phase.name) {
    case "loading":
      return html`<p class="phase" role="status">
        ${words.loading} <span class="amount">${words.loaded(phase.bytes)}</span>
      </p>`;
    case "placing":
      return html`<div class="phase">
        <p role="status">${words.placing}</p>
        <p class="slow">
          <progress max="1" .value=${phase.part} aria-label=${words.placing}></progress>
          <span class="amount">${percent(phase.part)}</span>
          <button type="button" @click=${giveUp}>${words.cancel}</button>
        </p>
      </div>`;
    case "stopped":
      return html`<div class="phase" role="status">
        <p>${words.gaveUp}</p>
        <button type="button" @click=${retry}>${words.retry}</button>
      </div>`;
    case "failed":
      return html`<div class="phase" role="alert">
        <p>${words.failed}</p>
        <p class="reason" lang="en">${phase.reason}</p>
        <button type="button" @click=${retry}>${words.retry}</button>
      </div>`;
    case "empty":
      return html`<p class="phase" role="status">${words.empty}</p>`;
    case "plain":
      return html`<p class="phase" role="status">${words.noWebGL}</p>`;
    default:
      return nothing;
  }
}
