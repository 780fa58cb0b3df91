// The few words beside the PEP pointed at.

import { html, nothing } from "lit";
import { glyph, type Theme } from "./glyph";
import type { Citations } from "./model";
import type { Strings } from "./strings";

/** Hidden from screen readers: the live region tells the same. */
export function renderTip(
  citations: Citations | null,
  number: number | null,
  theme: Theme,
  words: Strings,
) {
  const pep = number === null ? undefined : citations?.byNumber.get(number);
  if (!pep || !citations) return nothing;
  const { length: by } = citations.citedBy(pep.number);
  const { length: to } = citations.cites(pep.number);
  return html`<div class="tip" aria-hidden="true">
    <p lang="en"><b>${pep.number}</b> ${pep.title}</p>
    <p class="small">
      <span class="state" lang="en">${glyph(pep.status, theme)}${pep.status}</span>
      <span>${words.degrees(by, to)}</span>
    </p>
  </div>`;
}
