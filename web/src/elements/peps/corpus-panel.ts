// The panel of the data: which PEPs the map shows, how to bring others, and what
// is different.

import { html, nothing } from "lit";
import { fromArchive, fromDrop, fromFolder } from "./brought";
import { ChangeTable } from "./change-table";
import type { Corpora } from "./corpora";
import type { Lens } from "./lens";
import type { Citations } from "./model";
import type { Stage } from "./read-corpus";
import type { Strings } from "./strings";
import type { View } from "./view";

export interface CorpusHost {
  readonly words: Strings;
  readonly lens: Lens;
  readonly citations: Citations | null;
  readonly corpora: Corpora;
  setView(view: View): void;
  choose(number: number | null): void;
  requestUpdate(): void;
}

export class CorpusPanel {
  #host: CorpusHost;
  #compare = true;
  #changes: ChangeTable;

  constructor(host: CorpusHost) {
    this.#host = host;
    this.#changes = new ChangeTable(host);
  }

  /** Takes what was dropped on the map; whether it was ours to take. */
  drop(event: DragEvent): boolean {
    if (!event.dataTransfer?.types.includes("Files")) return false;
    event.preventDefault();
    const { corpora, words } = this.#host;
    const brought = fromDrop(event.dataTransfer);
    if (brought) void corpora.open(brought, this.#compare);
    else corpora.told = words.corpus.noDrop;
    this.#host.requestUpdate();
    return true;
  }

  render() {
    const { words, corpora, citations } = this.#host;
    const { nodes, edges, date } = citations!.graph;
    const name = corpora.shown?.name ?? words.corpus.shipped(date?.slice(0, 10) ?? "?");
    return html`<p>${words.corpus.shows(name, nodes.length, edges.length)}</p>
      ${
        corpora.shown
          ? html`<button type="button" class="plain-button back" @click=${() => corpora.back()}>
              ${words.corpus.back}
            </button>`
          : nothing
      }
      ${corpora.stage ? this.#progress(corpora.stage) : this.#bring()}
      <p class="hint told" role="status">${corpora.told}</p>
      ${citations!.changes ? this.#changes.render(citations!.changes) : nothing}`;
  }

  #bring() {
    const { words, corpora } = this.#host;
    const pick = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const files = [...(input.files ?? [])];
      if (files.length === 0) return;
      const brought = input.webkitdirectory ? fromFolder(files) : fromArchive(files[0]!);
      void corpora.open(brought, this.#compare);
      input.value = ""; // the same one may be chosen again
    };
    return html`<p class="hint">${words.corpus.bring}</p>
      <p class="bring">
        <label class="plain-button"
          ><input type="file" class="archive" @change=${pick} />${words.corpus.archive}</label
        >
        <label class="plain-button"
          ><input type="file" class="folder" webkitdirectory @change=${pick} />${
            words.corpus.folder
          }</label
        >
      </p>
      <p class="field">
        <label>
          <input
            type="checkbox"
            class="compare"
            .checked=${this.#compare}
            @change=${() => (this.#compare = !this.#compare)}
          />
          ${words.corpus.compare}
        </label>
      </p>
      <p class="hint">${words.corpus.local}</p>`;
  }

  #progress({ name, done, total }: Stage) {
    const { words, corpora } = this.#host;
    const amount =
      name === "reading"
        ? words.corpus.count(done, total ?? 0)
        : name === "placing"
          ? words.corpus.rounds(done, total ?? 0)
          : words.corpus.bytes(done, total);
    return html`<div class="reading">
      <p>
        ${words.corpus.stages[name]}${done > 0 ? html` <span class="amount">${amount}</span>` : nothing}
      </p>
      <progress
        max=${total ?? nothing}
        value=${total === null ? nothing : done}
        aria-label=${words.corpus.stages[name]!}
      ></progress>
      <button type="button" class="plain-button cancel" @click=${() => corpora.cancel()}>
        ${words.corpus.cancel}
      </button>
    </div>`;
  }
}
