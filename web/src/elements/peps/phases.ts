// What stands where the picture would be while there is none.

import { html, nothing } from "lit";
import type { Strings } from "./strings";

export type Phase =
  | { name: "loading"; bytes: number }
  | { name: "placing" } // the layout is being calculated
  | { name: "ready" }
  | { name: "plain" } // no WebGL: search and lists only
  | { name: "empty" }
  | { name: "failed"; reason: string };

export function renderPhase(phase: Phase, words: Strings, retry: () => void) {
  switch (phase.name) {
    case "loading":
      return html`<p class="phase" role="status">
        ${words.loading} <span class="amount">${words.loaded(phase.bytes)}</span>
      </p>`;
    case "placing":
      return html`<p class="phase" role="status">${words.placing}</p>`;
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
