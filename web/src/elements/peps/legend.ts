// What colours, shapes, sizes and lines mean, with counts.

import { html, nothing } from "lit";
import { glyph, type Theme } from "./glyph";
import type { Citations } from "./model";
import type { Paint } from "./paint";
import type { Strings } from "./strings";

export function renderLegend(
  citations: Citations,
  paint: Paint,
  theme: Theme,
  words: Strings,
  lang: string,
  open: boolean,
) {
  const { nodes, edges, commit, date } = citations.graph;
  const day = date
    ? new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date))
    : null;
  return html`<details class="legend" ?open=${open}>
    <summary>${words.legend}</summary>
    <ul>
      ${paint.swatches.map(
        ({ value, count }) =>
          html`<li>
            <span class="state" lang="en">${glyph(value, theme)}${value}</span>
            <span class="amount">${count}</span>
          </li>`,
      )}
    </ul>
    <p class="lines">
      <span class="cites">${line()}${words.citesLine}</span>
      <span class="citedBy">${line()}${words.citedByLine}</span>
    </p>
    <p>${words.sizes}</p>
    <p>
      ${words.facts(nodes.length, edges.length)}${day ? html`, ${words.asOf(day)}` : nothing}
      ${commit ? html`<code title=${commit}>${commit.slice(0, 7)}</code>` : nothing}
    </p>
  </details>`;
}

const line = () =>
  html`<svg class="line" viewBox="0 0 28 8" aria-hidden="true">
    <path d="M0 4H20" />
    <path class="tip" d="M20 .8L27.5 4L20 7.2Z" />
  </svg>`;
