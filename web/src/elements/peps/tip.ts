// The few words beside the PEP pointed at.

import { html, nothing } from "lit";
import { glyph, type Theme } from "./glyph";
import type { Citations, Pep } from "./model";
import type { Strings } from "./strings";

/** Type, topics, date, version of Python: what it has of them. */
const about = ({ type, topic, created, python_version }: Pep) =>
  [type, topic.join(", "), created, python_version.map((v) => `Python ${v}`).join(", ")]
    .filter(Boolean)
    .map((text) => html`<span>${text}</span>`);

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
    <p class="small" lang="en">${about(pep)}</p>
  </div>`;
}
