// What colours, shapes, sizes and lines mean, with counts.

import { html, nothing } from "lit";
import { glyph, type Theme } from "./glyph";
import type { Citations } from "./model";
import { statuses } from "./palette";
import type { Strings } from "./strings";

/** Statuses of the data with how many PEPs have each, in the palette's order. */
export function countStatuses(citations: Citations): [string, number][] {
  const counts = new Map<string, number>();
  for (const { status } of citations.graph.nodes) counts.set(status, (counts.get(status) ?? 0) + 1);
  const known = Object.keys(statuses).filter((status) => counts.has(status));
  const others = [...counts.keys()].filter((status) => !known.includes(status)).sort();
  return [...known, ...others].map((status) => [status, counts.get(status)!]);
}

export function renderLegend(
  citations: Citations,
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
      ${countStatuses(citations).map(
        ([status, count]) =>
          html`<li>
            <span class="state" lang="en">${glyph(status, theme)}${status}</span>
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
