// The details of one PEP: a sheet at the side, at the bottom where it is narrow.

import { html, nothing } from "lit";
import type { About } from "./about";
import type { Orders } from "./desk";
import { glyph, type Theme } from "./glyph";
import { pepPage, type Citations, type Pep, type Reference } from "./model";
import { renderTable } from "./table";
import { nextOrder, type Column } from "./sort";
import type { Strings } from "./strings";

export interface SheetOptions {
  pep: Pep;
  citations: Citations;
  orders: Orders;
  theme: Theme;
  words: Strings;
  about: About;
  /** Whether the reader has put it where it stands. */
  pinned: boolean;
  onUnpin(number: number): void;
  /** Takes another PEP into the selection beside this one. */
  onMore(number: number): void;
  onOrders(orders: Orders): void;
  onSelect(number: number): void;
  onClose(): void;
  onKey(event: KeyboardEvent): void;
}

export function renderSheet(options: SheetOptions) {
  const { pep, citations, words, onClose, onKey } = options;
  return html`<aside class="sheet" aria-labelledby="sheet-title" @keydown=${onKey}>
    <header>
      <p class="number">${words.pep} ${pep.number}</p>
      <button
        type="button"
        class="close"
        aria-label=${words.close}
        title=${words.close}
        @click=${onClose}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9m0-9l-9 9" /></svg>
      </button>
      <h2 id="sheet-title" tabindex="-1" lang="en">${pep.title}</h2>
    </header>
    ${facts(options)}
    ${
      options.pinned
        ? html`<p class="pinned">
            ${words.pinnedHere}
            <button type="button" @click=${() => options.onUnpin(pep.number)}>
              ${words.unpin(pep.number)}
            </button>
          </p>`
        : nothing
    }
    <p class="read">
      <a href=${pepPage(pep.number)} target="_blank" rel="noopener"
        >${words.readTitle(pep.number)}</a
      >
    </p>
    ${options.about.render(pep, options.onSelect)}
    ${section(options, "citedBy", citations.citedBy(pep.number), words.citedByNone)}
    ${section(options, "cites", citations.cites(pep.number), words.citesNone)}
  </aside>`;
}

function facts({ pep, theme, words }: SheetOptions) {
  const fact = (name: string, value: unknown) =>
    value === ""
      ? nothing
      : html`<dt>${name}</dt>
          <dd lang="en">${value}</dd>`;
  return html`<dl>
    ${fact(words.status, html`<span class="state">${glyph(pep.status, theme)}${pep.status}</span>`)}
    ${fact(words.type, pep.type)} ${fact(words.topic, pep.topic.join(", "))}
    ${fact(words.created, pep.created ?? "")}
    ${fact(words.pythonVersion, pep.python_version.join(", "))}
    ${fact(words.authors, pep.authors.join(", "))}
  </dl>`;
}

function section(
  options: SheetOptions,
  which: "citedBy" | "cites",
  rows: readonly Reference[],
  none: string,
) {
  const { pep, orders, theme, words, onOrders, onSelect } = options;
  const { why } = options.about;
  const edge = (other: number) =>
    which === "cites" ? ([pep.number, other] as const) : ([other, pep.number] as const);
  const id = `sheet-${which}`;
  const sort = (column: Column) =>
    onOrders({ ...orders, [which]: nextOrder(orders[which], column) });
  const table = () =>
    renderTable({
      rows,
      order: orders[which],
      count: words.count,
      labelledBy: id,
      theme,
      words,
      onSort: sort,
      onMore: (shown) => onOrders({ ...orders, [which]: { ...orders[which], shown } }),
      onSelect,
      onAdd: options.onMore,
      why: {
        isOpen: (other) => why.isOpen(...edge(other)),
        ask: (other) => why.ask(...edge(other)),
        render: (other) => why.render(...edge(other)),
      },
    });
  return html`<section class=${which}>
    <h3 id=${id}>
      <svg class="line" viewBox="0 0 28 8" aria-hidden="true">
        <path d="M0 4H20" />
        <path class="tip" d="M20 .8L27.5 4L20 7.2Z" />
      </svg>
      ${words[which]} <span class="amount">${rows.length}</span>
    </h3>
    ${rows.length === 0 ? html`<p class="none">${none}</p>` : table()}
  </section>`;
}
