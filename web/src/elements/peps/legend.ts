// What colours, shapes, sizes and lines mean, with counts.

import { html, nothing } from "lit";
import { isUnfolded, onFold, type DeskHost } from "./desk";
import { drawGlyph, type Theme } from "./glyph";
import type { Sight } from "./lens";
import type { Citations } from "./model";
import { valuesOf, type Swatch } from "./paint";
import type { Strings } from "./strings";
import { valueText } from "./value-text";

export interface LegendOptions {
  citations: Citations;
  sight: Sight;
  theme: Theme;
  words: Strings;
  lang: string;
  /** Whether it is open where the reader has not decided. */
  roomy: boolean;
  host: DeskHost;
  /** A row was switched on or off. */
  onToggle(swatch: Swatch): void;
}

export function renderLegend(options: LegendOptions) {
  const { citations, sight, words, lang, roomy, host } = options;
  const { nodes, edges, commit, date } = citations.graph;
  const day = date
    ? new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date))
    : null;
  return html`<details
    class="legend"
    .open=${isUnfolded(host.desk, "legend", roomy)}
    @toggle=${onFold(host, "legend", roomy)}
  >
    <summary>${words.legend}</summary>
    ${
      sight.view.colour === "status"
        ? nothing
        : html`<p class="by">${words.attributes[sight.view.colour]}</p>`
    }
    <ul>
      ${sight.paint.swatches.map((swatch) => row(options, swatch))}
    </ul>
    <p class="lines">
      <span class="cites">${line()}${words.citesLine}</span>
      <span class="citedBy">${line()}${words.citedByLine}</span>
    </p>
    <p>${words.sizes(sight.view.size)}</p>
    <p>
      ${words.facts(nodes.length, edges.length)}${day ? html`, ${words.asOf(day)}` : nothing}
      ${commit ? html`<code title=${commit}>${commit.slice(0, 7)}</code>` : nothing}
    </p>
  </details>`;
}

/** Each row is a filter: it switches the PEPs of its look off, and on again. */
function row({ sight, theme, words, onToggle }: LegendOptions, swatch: Swatch) {
  const text = valueText(sight, sight.view.colour, swatch.value, words);
  const label = html`<span class="state">${drawGlyph(swatch, theme)}<span>${text}</span></span>
    <span class="amount">${swatch.count}</span>`;
  const { colour, only } = sight.view;
  const left = only[colour];
  const values = () => valuesOf(sight.paint, swatch.value, [...sight.sift.counts(colour).keys()]);
  return html`<li>
    <button
      type="button"
      class="row"
      aria-pressed=${!left || values().every((value) => left.includes(value))}
      title=${words.toggle(text)}
      @click=${() => onToggle(swatch)}
    >
      ${label}
    </button>
  </li>`;
}

const line = () =>
  html`<svg class="line" viewBox="0 0 28 8" aria-hidden="true">
    <path d="M0 4H20" />
    <path class="tip" d="M20 .8L27.5 4L20 7.2Z" />
  </svg>`;
