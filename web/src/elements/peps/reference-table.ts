// All references that are seen, as a table: what the lines of the picture say.

import { html, nothing } from "lit";
import { nextSorting, rowsOf, withOrder, type DeskHost, type ReferenceColumn } from "./desk";
import type { Lens } from "./lens";
import type { Citations, Edge } from "./model";
import { mentions } from "./sift";
import { pageful } from "./sort";
import type { Strings } from "./strings";

export interface ReferencesHost extends DeskHost {
  readonly words: Strings;
  readonly lens: Lens;
  readonly citations: Citations | null;
  pick(number: number, more: boolean): void;
  requestUpdate(): void;
}

export class ReferenceTable {
  #host: ReferencesHost;

  constructor(host: ReferencesHost) {
    this.#host = host;
  }

  get #rows(): Edge[] {
    const { lens, citations, desk } = this.#host;
    const { column, descending } = desk.orders.references;
    const seen = citations!.graph.edges.filter(({ from, to }) => lens.sight!.sift.edge(from, to));
    const sign = descending ? -1 : 1;
    const value = (edge: Edge) => (column === "count" ? this.#count(edge) : edge[column]);
    return seen.sort((a, b) => sign * (value(a) - value(b)) || a.from - b.from || a.to - b.to);
  }

  /** The mentions of the kinds that the filter leaves. */
  #count({ kinds }: Edge): number {
    return mentions(kinds, this.#host.lens.view.kinds);
  }

  #sort(column: ReferenceColumn) {
    const { desk } = this.#host;
    const order = nextSorting(desk.orders.references, column, (name) => name === "count");
    this.#host.setDesk(withOrder(desk, "references", order));
  }

  render() {
    const { words, desk } = this.#host;
    const rows = this.#rows;
    const shown = rowsOf(desk.orders.references);
    const rest = rows.length - shown;
    return html`<p class="hint" role="status">${words.among(rows.length)}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.references}>
        <table aria-label=${words.references}>
          <thead>
            <tr>
              ${this.#head("from", words.groupFrom)} ${this.#head("to", words.groupTo)}
              ${this.#head("count", words.count)}
              <th scope="col" class="title">${words.kindsTitle}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, shown).map((edge) => this.#row(edge))}
          </tbody>
        </table>
        ${
          rest > 0
            ? html`<p>
                <button type="button" class="plain-button" @click=${() => this.#more(shown)}>
                  ${words.rowsMore(Math.min(rest, pageful))}
                </button>
              </p>`
            : nothing
        }
      </div>`;
  }

  #more(shown: number) {
    const { desk } = this.#host;
    const order = { ...desk.orders.references, shown: shown + pageful };
    this.#host.setDesk(withOrder(desk, "references", order));
  }

  #head(column: ReferenceColumn, text: string) {
    const { column: by, descending } = this.#host.desk.orders.references;
    const current = column === by;
    const direction = current ? (descending ? "descending" : "ascending") : "none";
    return html`<th
      scope="col"
      class=${column === "count" ? "count" : "title"}
      aria-sort=${direction}
    >
      <button type="button" @click=${() => this.#sort(column)}>
        ${text}${
          current
            ? html`<span class="sign" aria-hidden="true">${descending ? "↓" : "↑"}</span>`
            : nothing
        }
      </button>
    </th>`;
  }

  #row(edge: Edge) {
    const { words } = this.#host;
    const kinds = Object.entries(edge.kinds).map(
      ([kind, n]) => `${words.kinds[kind] ?? kind} ${n}`,
    );
    return html`<tr>
      ${this.#pep(edge.from)} ${this.#pep(edge.to)}
      <td class="count">${this.#count(edge)}</td>
      <td>${kinds.join(", ")}</td>
    </tr>`;
  }

  #pep(number: number) {
    const { words, citations } = this.#host;
    return html`<td class="title" lang="en">
      <button
        type="button"
        title=${words.show(number)}
        @click=${(event: MouseEvent) => this.#host.pick(number, event.shiftKey)}
      >
        <b>${number}</b> ${citations!.byNumber.get(number)!.title}
      </button>
    </td>`;
  }
}
