// A sortable table of PEPs.

import { html, nothing, type TemplateResult } from "lit";
import { glyph, type Theme } from "./glyph";
import { pepPage, type Reference } from "./model";
import { columns, pageful, sorted, type Column, type Order } from "./sort";
import type { Strings } from "./strings";

export interface TableOptions {
  rows: readonly Reference[];
  order: Order;
  /** The head of the last column. */
  count: string;
  /** The id of the heading that names the table. */
  labelledBy: string;
  theme: Theme;
  words: Strings;
  onSort(column: Column): void;
  /** Shows so many rows. */
  onMore(shown: number): void;
  onSelect(number: number): void;
  /** Takes a PEP into the selection, with Shift. */
  onAdd?(number: number): void;
  /** Tells why there is a reference; without it, counts are just numbers. */
  why?: {
    isOpen(number: number): boolean;
    ask(number: number): void;
    render(number: number): TemplateResult;
  };
}

/** Numbers lead to the PEP's own page, titles to its place on the map. */
export function renderTable(options: TableOptions) {
  const all = sorted(options.rows, options.order);
  const shown = all.slice(0, options.order.shown ?? pageful);
  const rest = all.length - shown.length;
  return html`<table aria-labelledby=${options.labelledBy}>
      <thead>
        <tr>
          ${columns.map((column) => head(options, column))}
        </tr>
      </thead>
      <tbody>
        ${shown.map((reference) => row(options, reference))}
      </tbody>
    </table>
    ${rest > 0 ? more(options, shown.length, rest) : nothing}`;
}

function more({ words, onMore }: TableOptions, shown: number, rest: number) {
  const next = Math.min(rest, pageful);
  return html`<p>
    <button type="button" class="plain-button" @click=${() => onMore(shown + next)}>
      ${words.rowsMore(next)}
    </button>
  </p>`;
}

function head({ order, words, count, onSort }: TableOptions, column: Column) {
  const text = column === "count" ? count : words[column];
  const current = order.column === column;
  const direction = current ? (order.descending ? "descending" : "ascending") : "none";
  return html`<th scope="col" class=${column} aria-sort=${direction}>
    <button type="button" @click=${() => onSort(column)}>
      ${text}<span class="sign" aria-hidden="true"
        >${current ? (order.descending ? "↓" : "↑") : ""}</span
      >
    </button>
  </th>`;
}

function row({ theme, words, why, onSelect, onAdd }: TableOptions, { pep, count }: Reference) {
  return html`<tr>
      <td class="pep">
        <a
          href=${pepPage(pep.number)}
          target="_blank"
          rel="noopener"
          title=${words.readTitle(pep.number)}
          >${pep.number}</a
        >
      </td>
      <td class="title" lang="en">
        <button
          type="button"
          title=${words.show(pep.number)}
          @click=${(event: MouseEvent) =>
            event.shiftKey && onAdd ? onAdd(pep.number) : onSelect(pep.number)}
        >
          ${pep.title}
        </button>
      </td>
      <td class="status" lang="en">
        <span class="state"
          >${glyph(pep.status, theme)}<span class="name">${pep.status}</span></span
        >
      </td>
      <td class="created">${pep.created ?? ""}</td>
      <td class="count">${why ? asking(why, pep.number, count, words) : count}</td>
    </tr>
    ${
      why?.isOpen(pep.number)
        ? html`<tr class="why">
            <td colspan=${columns.length} tabindex="-1">${why.render(pep.number)}</td>
          </tr>`
        : nothing
    }`;
}

function asking(why: NonNullable<TableOptions["why"]>, pep: number, count: number, words: Strings) {
  return html`<button
    type="button"
    title=${words.why}
    aria-label=${words.whyCount(count)}
    aria-expanded=${why.isOpen(pep)}
    @click=${() => why.ask(pep)}
  >
    ${count}
  </button>`;
}
