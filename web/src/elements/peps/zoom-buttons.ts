// The buttons that zoom.

import { html } from "lit";
import type { Drawing } from "./drawing";
import type { Strings } from "./strings";

export function renderZoom(drawing: Drawing | null, words: Strings) {
  const button = (label: string, path: string, act: () => void) =>
    html`<button type="button" aria-label=${label} title=${label} @click=${act}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>
    </button>`;
  return html`<div class="zoom" role="group">
    ${button(words.zoomIn, "M8 3v10M3 8h10", () => drawing?.view.zoom(1))}
    ${button(words.zoomOut, "M3 8h10", () => drawing?.view.zoom(-1))}
    ${button(words.fit, "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10", () =>
      drawing?.view.fit(),
    )}
  </div>`;
}
