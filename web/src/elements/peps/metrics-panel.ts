// All PEPs with all metrics, as a table: sorted, searched, saved.

import { html, nothing } from "lit";
import type { Analysis } from "./analysis";
import { longestText, nextSorting, rowsOf, withOrder, type DeskHost } from "./desk";
import { fileName, save } from "./files";
import type { Lens } from "./lens";
import {
  allColumns,
  compareIn,
  fact,
  factColumns,
  isFact,
  metricColumns,
  type Columns,
  type MetricColumn,
} from "./metric-columns";
import { pepPage, type Citations, type Pep } from "./model";
import { ReferenceTable } from "./reference-table";
import { makeSearch } from "./search";
import { pageful } from "./sort";
import type { Strings } from "./strings";

export interface MetricsHost extends DeskHost {
  readonly words: Strings;
  readonly lens: Lens;
  readonly citations: Citations | null;
  analysis(): Promise<Analysis>;
  /** Opens a PEP; more: beside what is selected. */
  pick(number: number, more: boolean): void;
  export(format: string): Promise<Blob>;
  requestUpdate(): void;
}

export class MetricsPanel {
  #host: MetricsHost;
  #metrics: Columns | null = null;
  #kinds: readonly string[] | null | undefined; // those that were counted
  #edges: ReferenceTable;
  #told = "";

  constructor(host: MetricsHost) {
    this.#host = host;
    this.#edges = new ReferenceTable(host);
  }

  async #load(kinds: readonly string[] | null) {
    this.#kinds = kinds;
    try {
      const analysis = await this.#host.analysis();
      const all = metricColumns.map(
        async (name) => [name, await analysis.metric(name, { kinds })] as const,
      );
      this.#metrics = Object.fromEntries(await Promise.all(all));
      this.#told = "";
    } catch (error) {
      this.#told = error instanceof Error ? error.message : String(error);
    }
    this.#host.requestUpdate();
  }

  async #save() {
    try {
      save(await this.#host.export("csv-nodes"), fileName("csv-nodes"));
      this.#told = this.#host.words.saved(fileName("csv-nodes"));
    } catch (error) {
      this.#told = error instanceof Error ? error.message : String(error);
    }
    this.#host.requestUpdate();
  }

  get #rows(): Pep[] {
    const { citations, lens } = this.#host;
    const all = citations!.graph.nodes.filter(({ number }) => lens.sight!.sift.peps.has(number));
    const { find, orders } = this.#host.desk;
    const found = find.trim() === "" ? all : makeSearch(all, () => 0)(find, all.length);
    const sign = orders.metrics.descending ? -1 : 1;
    const compare = compareIn(orders.metrics.column, this.#metrics);
    return [...found].sort((a, b) => sign * compare(a, b) || a.number - b.number);
  }

  #sort(column: MetricColumn) {
    const { desk } = this.#host;
    const falls = (name: MetricColumn) => name !== "pep" && !isFact(name);
    const order = nextSorting(desk.orders.metrics, column, falls);
    this.#host.setDesk(withOrder(desk, "metrics", order));
  }

  /** Two tables, of PEPs and of references, that say what the picture says. */
  render() {
    const { words, desk } = this.#host;
    const choice = (label: string, references: boolean) =>
      html`<button
        type="button"
        class="plain-button"
        aria-pressed=${desk.references === references}
        @click=${() => this.#host.setDesk({ references })}
      >
        ${label}
      </button>`;
    return html`<div class="which" role="group">
        ${choice(words.all, false)} ${choice(words.references, true)}
      </div>
      ${desk.references ? this.#edges.render() : this.#peps()}`;
  }

  #peps() {
    const { words, lens, desk } = this.#host;
    const { kinds } = lens.view;
    if (this.#kinds !== kinds) void this.#load(kinds);
    if (!this.#metrics) return html`<p role="status">${this.#told || words.calculating}</p>`;
    const rows = this.#rows;
    const shown = rowsOf(desk.orders.metrics);
    return html`<div class="table-tools">
        <input
          type="text"
          aria-label=${words.narrow(words.title)}
          placeholder=${words.placeholder}
          maxlength=${longestText}
          .value=${desk.find}
          @input=${(event: Event) =>
            this.#host.setDesk({ find: (event.target as HTMLInputElement).value })}
        />
        <button type="button" class="plain-button" @click=${() => void this.#save()}>CSV</button>
      </div>
      <p class="hint" role="status">${this.#told || words.found(rows.length)}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.all}>
        <table aria-labelledby="panel-title">
          <thead>
            <tr>
              ${allColumns.map((column) => this.#head(column))}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, shown).map((pep) => this.#row(pep))}
          </tbody>
        </table>
        ${rows.length > shown ? this.#more(shown, rows.length - shown) : nothing}
      </div>`;
  }

  #more(shown: number, rest: number) {
    const { desk } = this.#host;
    const order = { ...desk.orders.metrics, shown: shown + pageful };
    const more = () => this.#host.setDesk(withOrder(desk, "metrics", order));
    return html`<p>
      <button type="button" class="plain-button" @click=${more}>
        ${this.#host.words.rowsMore(Math.min(rest, pageful))}
      </button>
    </p>`;
  }

  #head(column: MetricColumn) {
    const { words, desk } = this.#host;
    const { descending, column: by } = desk.orders.metrics;
    const current = column === by;
    const text = column === "pep" || isFact(column) ? words[column] : words.attributes[column];
    const direction = current ? (descending ? "descending" : "ascending") : "none";
    return html`<th scope="col" class=${column} aria-sort=${direction}>
      <button type="button" @click=${() => this.#sort(column)}>
        ${text}${
          current
            ? html`<span class="sign" aria-hidden="true">${descending ? "↓" : "↑"}</span>`
            : nothing
        }
      </button>
    </th>`;
  }

  #row(pep: Pep) {
    const { words } = this.#host;
    return html`<tr>
      <td class="pep">
        <a href=${pepPage(pep.number)} target="_blank" rel="noopener">${pep.number}</a>
      </td>
      <td class="title" lang="en">
        <button
          type="button"
          title=${words.show(pep.number)}
          @click=${(event: MouseEvent) => this.#host.pick(pep.number, event.shiftKey)}
        >
          ${pep.title}
        </button>
      </td>
      ${factColumns.slice(1).map((name) => html`<td class=${name} lang="en">${fact(pep, name)}</td>`)}
      ${metricColumns.map(
        (column) => html`<td class="count">${short(this.#metrics![column]![pep.number] ?? 0)}</td>`,
      )}
    </tr>`;
  }
}

/** Three digits that matter, without powers of ten. */
function short(n: number): string {
  if (Number.isInteger(n)) return String(n);
  return Math.abs(n) >= 100 ? String(Math.round(n)) : n.toPrecision(3);
}
