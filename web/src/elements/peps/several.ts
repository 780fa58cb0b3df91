// The sheet of a selection of several PEPs.

import { html } from "lit";
import { glyph, type Theme } from "./glyph";
import { pepPage, type Citations } from "./model";
import type { Strings } from "./strings";

export interface SeveralOptions {
  peps: readonly number[];
  citations: Citations;
  theme: Theme;
  words: Strings;
  /** Opens one alone. */
  onSelect(number: number): void;
  onToggle(number: number): void;
  onFrame(): void;
  onClose(): void;
  onKey(event: KeyboardEvent): void;
}

export function renderSeveral(options: SeveralOptions) {
  const { peps, citations, words, onFrame, onClose, onKey } = options;
  const chosen = new Set(peps);
  const among = citations.graph.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  return html`<aside class="sheet several" aria-labelledby="sheet-title" @keydown=${onKey}>
    <header>
      <p class="number"></p>
      <button
        type="button"
        class="close"
        aria-label=${words.close}
        title=${words.close}
        @click=${onClose}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9m0-9l-9 9" /></svg>
      </button>
      <h2 id="sheet-title" tabindex="-1">${words.several(peps.length)}</h2>
    </header>
    <p>${words.among(among.length)}</p>
    <p><button type="button" class="plain-button" @click=${onFrame}>${words.frame}</button></p>
    <table aria-labelledby="sheet-title">
      <thead>
        <tr>
          <th scope="col">${words.pep}</th>
          <th scope="col">${words.title}</th>
          <th scope="col">${words.status}</th>
          <th scope="col"><span class="quiet">${words.takeOutHead}</span></th>
        </tr>
      </thead>
      <tbody>
        ${[...peps].sort((a, b) => a - b).map((number) => row(options, number))}
      </tbody>
    </table>
  </aside>`;
}

function row({ citations, theme, words, onSelect, onToggle }: SeveralOptions, number: number) {
  const pep = citations.byNumber.get(number)!;
  return html`<tr>
    <td class="pep">
      <a href=${pepPage(number)} target="_blank" rel="noopener" title=${words.readTitle(number)}
        >${number}</a
      >
    </td>
    <td class="title" lang="en">
      <button type="button" title=${words.show(number)} @click=${() => onSelect(number)}>
        ${pep.title}
      </button>
    </td>
    <td class="status" lang="en">
      <span class="state">${glyph(pep.status, theme)}<span class="name">${pep.status}</span></span>
    </td>
    <td>
      <button
        type="button"
        aria-label=${words.takeOut(number)}
        title=${words.takeOut(number)}
        @click=${() => onToggle(number)}
      >
        ✕
      </button>
    </td>
  </tr>`;
}
