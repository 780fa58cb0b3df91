// All PEPs with all metrics, as a table: sorted, searched, saved.

import { html, nothing } from "lit";
import type { Analysis, Metric } from "./analysis";
import { ReferenceTable } from "./reference-table";
import { makeSearch } from "./search";
import { fileName, save } from "./files";
import type { Lens } from "./lens";
import { pepPage, type Citations, type Pep } from "./model";
import { pageful } from "./sort";
import type { Strings } from "./strings";

const columns = [
  "in-degree",
  "out-degree",
  "pagerank",
  "betweenness",
  "closeness",
  "eigenvector",
  "core",
  "community",
] as const;
/** Facts, whose values are words. */
const facts = ["title", "status", "type", "topic", "created"] as const;
type Fact = (typeof facts)[number];
type Column = "pep" | Fact | (typeof columns)[number];

const isFact = (column: Column): column is Fact => (facts as readonly string[]).includes(column);

const fact = (pep: Pep, name: Fact): string =>
  name === "topic" ? pep.topic.join(", ") : (pep[name] ?? "");

export interface MetricsHost {
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
  #metrics: Partial<Record<Column, Metric>> | null = null;
  #kinds: readonly string[] | null | undefined; // those that were counted
  #column: Column = "pagerank";
  #descending = true;
  #typed = "";
  #shown = pageful;
  #references = false; // the table of references is shown
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
      const all = columns.map(
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
    const found =
      this.#typed.trim() === "" ? all : makeSearch(all, () => 0)(this.#typed, all.length);
    const sign = this.#descending ? -1 : 1;
    const value = (pep: Pep) => this.#metrics?.[this.#column]?.[pep.number] ?? 0;
    const compare = (a: Pep, b: Pep) =>
      isFact(this.#column)
        ? fact(a, this.#column).localeCompare(fact(b, this.#column), "en")
        : this.#column === "pep"
          ? a.number - b.number
          : value(a) - value(b);
    return [...found].sort((a, b) => sign * compare(a, b) || a.number - b.number);
  }

  #sort(column: Column) {
    if (this.#column === column) this.#descending = !this.#descending;
    else [this.#column, this.#descending] = [column, column !== "pep" && !isFact(column)];
    this.#shown = pageful;
    this.#host.requestUpdate();
  }

  /** Two tables, of PEPs and of references, that say what the picture says. */
  render() {
    const { words } = this.#host;
    const choice = (label: string, references: boolean) =>
      html`<button
        type="button"
        class="plain-button"
        aria-pressed=${this.#references === references}
        @click=${() => {
          this.#references = references;
          this.#host.requestUpdate();
        }}
      >
        ${label}
      </button>`;
    return html`<div class="which" role="group">
        ${choice(words.all, false)} ${choice(words.references, true)}
      </div>
      ${this.#references ? this.#edges.render() : this.#peps()}`;
  }

  #peps() {
    const { words, lens } = this.#host;
    const { kinds } = lens.view;
    if (this.#kinds !== kinds) void this.#load(kinds);
    if (!this.#metrics) return html`<p role="status">${this.#told || words.calculating}</p>`;
    const rows = this.#rows;
    return html`<div class="table-tools">
        <input
          type="text"
          aria-label=${words.narrow(words.title)}
          placeholder=${words.placeholder}
          .value=${this.#typed}
          @input=${(event: Event) => {
            this.#typed = (event.target as HTMLInputElement).value;
            this.#host.requestUpdate();
          }}
        />
        <button type="button" class="plain-button" @click=${() => void this.#save()}>CSV</button>
      </div>
      <p class="hint" role="status">${this.#told || words.found(rows.length)}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="panel-title">
        <table aria-labelledby="panel-title">
          <thead>
            <tr>
              ${(["pep", ...facts, ...columns] as const).map((column) => this.#head(column))}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, this.#shown).map((pep) => this.#row(pep))}
          </tbody>
        </table>
        ${rows.length > this.#shown ? this.#more(rows.length - this.#shown) : nothing}
      </div>`;
  }

  #more(rest: number) {
    const more = () => {
      this.#shown += pageful;
      this.#host.requestUpdate();
    };
    return html`<p>
      <button type="button" class="plain-button" @click=${more}>
        ${this.#host.words.rowsMore(Math.min(rest, pageful))}
      </button>
    </p>`;
  }

  #head(column: Column) {
    const { words } = this.#host;
    const current = column === this.#column;
    const text = column === "pep" || isFact(column) ? words[column] : words.attributes[column];
    const direction = current ? (this.#descending ? "descending" : "ascending") : "none";
    return html`<th scope="col" class=${column} aria-sort=${direction}>
      <button type="button" @click=${() => this.#sort(column)}>
        ${text}${
          current
            ? html`<span class="sign" aria-hidden="true">${this.#descending ? "↓" : "↑"}</span>`
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
      ${facts.slice(1).map((name) => html`<td class=${name} lang="en">${fact(pep, name)}</td>`)}
      ${columns.map(
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
