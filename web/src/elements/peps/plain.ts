// The map without its picture: all PEPs in one table.

import { html } from "lit";
import type { Theme } from "./glyph";
import type { Sight } from "./lens";
import type { Citations } from "./model";
import { nextOrder, type Order } from "./sort";
import type { Strings } from "./strings";
import { renderTable } from "./table";

export interface PlainOptions {
  citations: Citations;
  sight: Sight | null;
  order: Order;
  theme: Theme;
  words: Strings;
  onOrder(order: Order): void;
  onSelect(number: number): void;
}

export function renderPlain({
  citations,
  sight,
  order,
  theme,
  words,
  onOrder,
  onSelect,
}: PlainOptions) {
  const passes = (number: number) => sight?.sift.peps.has(number) ?? true;
  const seen = citations.byImportance().filter((pep) => passes(pep.number));
  const rows = seen.map((pep) => ({
    pep,
    count: citations.inDegree(pep.number),
  }));
  return html`<div class="plain">
    <h2 id="plain-title">${words.all}</h2>
    ${renderTable({
      rows,
      order,
      count: words.citedBy,
      labelledBy: "plain-title",
      theme,
      words,
      onMore: (shown) => onOrder({ ...order, shown }),
      onSort: (column) => onOrder(nextOrder(order, column)),
      onSelect,
    })}
  </div>`;
}
