// What is different from another state, as a table, and marked on the map.

import { html, nothing } from "lit";
import type { Change, Changes } from "./changes";
import type { Lens } from "./lens";
import type { Citations } from "./model";
import type { Strings } from "./strings";
import { firstView, type View } from "./view";

export interface ChangeHost {
  readonly words: Strings;
  readonly lens: Lens;
  readonly citations: Citations | null;
  setView(view: View): void;
  choose(number: number | null): void;
  requestUpdate(): void;
}

interface Row {
  change: Change;
  number: number;
  what: string;
}

const most = 300; // rows at a time

export class ChangeTable {
  #host: ChangeHost;
  #list: "peps" | "edges" = "peps";

  constructor(host: ChangeHost) {
    this.#host = host;
  }

  render({ difference: d, before }: Changes) {
    const { words, lens } = this.#host;
    const { corpus } = words;
    const edges = [d.edges_added, d.edges_changed, d.edges_removed].map((list) => list.length);
    const peps = [d.added, d.changed, d.removed].map((list) => list.length);
    if (edges.concat(peps).every((n) => n === 0))
      return html`<p class="changes">${corpus.since(before.name)}: ${corpus.nothingChanged}</p>`;
    const rows = this.#list === "peps" ? this.#peps(d) : this.#edges(d);
    const marked = lens.view.colour === "change";
    const mark = () =>
      this.#host.setView({ ...lens.view, colour: marked ? firstView.colour : "change" });
    return html`<section class="changes" aria-labelledby="changes-title">
      <h3 id="changes-title">${corpus.since(before.name)}</h3>
      <p>
        ${corpus.changedPeps(peps[0]!, peps[1]!, peps[2]!)}
        ${corpus.changedEdges(edges[0]!, edges[1]!, edges[2]!)}
      </p>
      <p class="row-field">
        <label
          >${corpus.show}
          <select .value=${this.#list} @change=${this.#choose}>
            ${(["peps", "edges"] as const).map(
              (list) =>
                html`<option value=${list} ?selected=${list === this.#list}>
                  ${corpus.lists[list]}
                </option>`,
            )}
          </select></label
        >
        <button type="button" class="plain-button mark" aria-pressed=${marked} @click=${mark}>
          ${marked ? corpus.unmark : corpus.mark}
        </button>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.pep}</th>
            <th scope="col">${corpus.changedWord}</th>
            <th scope="col">${corpus.what}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, most).map((row) => this.#row(row))}
        </tbody>
      </table>
      ${rows.length > most ? html`<p class="hint">${corpus.more(rows.length - most)}</p>` : nothing}
    </section>`;
  }

  #choose = (event: Event) => {
    this.#list = (event.target as HTMLSelectElement).value as "peps" | "edges";
    this.#host.requestUpdate();
  };

  #peps(d: Changes["difference"]): Row[] {
    const { corpus, attributes } = this.#host.words;
    return [
      ...d.added.map(({ number, title }) => ({ change: "added" as const, number, what: title })),
      ...d.removed.map(({ number, title }) => ({
        change: "removed" as const,
        number,
        what: title,
      })),
      ...d.changed.map(({ number, fields }) => ({
        change: "changed" as const,
        number,
        what: fields
          .map(({ name, before, after }) => {
            const field = fieldNames(this.#host.words)[name] ?? attributes[name] ?? name;
            return `${field}: ${corpus.becomes(before, after)}`;
          })
          .join("; "),
      })),
    ];
  }

  #edges(d: Changes["difference"]): Row[] {
    const { corpus } = this.#host.words;
    return [
      ...d.edges_added.map(({ from, to, count }) => ({
        change: "added" as const,
        number: from,
        what: `→ PEP ${to}, ${corpus.mentions(count)}`,
      })),
      ...d.edges_removed.map(({ from, to, count }) => ({
        change: "removed" as const,
        number: from,
        what: `→ PEP ${to}, ${corpus.mentions(count)}`,
      })),
      ...d.edges_changed.map(({ from, to, before, after }) => ({
        change: "changed" as const,
        number: from,
        what: `→ PEP ${to}, ${corpus.times(before, after)}`,
      })),
    ];
  }

  #row({ change, number, what }: Row) {
    const { words } = this.#host;
    return html`<tr class=${change}>
      <td class="pep">
        <button type="button" title=${words.show(number)} @click=${() => this.#host.choose(number)}>
          ${number}
        </button>
      </td>
      <td>${words.corpus.changes[change]}</td>
      <td class="what">${what}</td>
    </tr>`;
  }
}

/** Headers that PEPs name, and what the page calls otherwise. */
const fieldNames = (words: Strings): Record<string, string> => ({
  title: words.title,
  authors: words.authors,
  created: words.created,
  python_version: words.attributes["python"]!,
  requires: "Requires",
  replaces: "Replaces",
  superseded_by: "Superseded-By",
});
