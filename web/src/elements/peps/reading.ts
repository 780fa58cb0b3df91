// What to read before a PEP, in order; copied and saved as Markdown.

import { html, nothing } from "lit";
import { literal } from "../../lib/markdown";
import type { Analysis } from "./analysis";
import { isUnfolded, onFold, type DeskHost } from "./desk";
import { save } from "./files";
import { pepPage, type Citations, type Pep } from "./model";
import type { Strings } from "./strings";

/** bynumber.Reading of wasm/peps/metrics. */
export interface ReadingItem {
  number: number;
  depth: number; // references from the PEP in question
  required: boolean;
  instead: number[]; // the living ends, if others took its place
}

export interface ReadingHost extends DeskHost {
  readonly words: Strings;
  readonly citations: Citations | null;
  analysis(): Promise<Analysis>;
  requestUpdate(): void;
}

const longest = 12;

export class Reading {
  #host: ReadingHost;
  #asked: number | null = null;
  #list: readonly ReadingItem[] | null = null;
  #told = "";

  constructor(host: ReadingHost) {
    this.#host = host;
  }

  async #ask(number: number) {
    this.#asked = number;
    this.#list = null;
    this.#told = "";
    try {
      const analysis = await this.#host.analysis();
      const list = await analysis.readFirst(number, longest);
      if (this.#asked === number) this.#list = list;
    } catch (error) {
      if (this.#asked === number)
        this.#told = String(error instanceof Error ? error.message : error);
    }
    this.#host.requestUpdate();
  }

  /** Asked only when it is opened. */
  render(pep: Pep, onSelect: (number: number) => void) {
    const { words } = this.#host;
    const open = isUnfolded(this.#host.desk, "reading", false);
    if (open && this.#asked !== pep.number) void this.#ask(pep.number);
    return html`<details
      class="reading"
      .open=${open}
      @toggle=${onFold(this.#host, "reading", false)}
    >
      <summary>${words.reading}</summary>
      ${open ? this.#content(pep, onSelect) : nothing}
    </details>`;
  }

  #content(pep: Pep, onSelect: (number: number) => void) {
    const { words } = this.#host;
    const list = this.#list;
    if (!list) return html`<p class="hint" role="status">${this.#told || words.calculating}</p>`;
    if (list.length === 0) return html`<p class="none">${words.readingNone}</p>`;
    return html`<ol>
        ${list.map((item) => this.#item(item, onSelect))}
      </ol>
      <p class="table-tools">
        <button type="button" class="plain-button" @click=${() => void this.#copy(pep)}>
          ${words.copyMarkdown}
        </button>
        <button type="button" class="plain-button" @click=${() => this.#save(pep)}>
          ${words.saveMarkdown}
        </button>
      </p>
      <p class="hint" role="status">${this.#told || words.readingHint}</p>`;
  }

  #item({ number, required, instead }: ReadingItem, onSelect: (number: number) => void) {
    const { words, citations } = this.#host;
    const { title, status } = citations!.byNumber.get(number)!;
    return html`<li>
      <button type="button" @click=${() => onSelect(number)}>
        <b>${number}</b> <span lang="en">${title}</span>
      </button>
      <span class="amount"
        ><span lang="en">${status}</span>${required ? `, ${words.required}` : ""}${
          instead.length > 0 ? `, ${words.now(instead)}` : ""
        }</span
      >
    </li>`;
  }

  #markdown(pep: Pep): string {
    const { words, citations } = this.#host;
    return readingMarkdown(pep, this.#list!, citations!, words);
  }

  async #copy(pep: Pep) {
    try {
      await navigator.clipboard.writeText(this.#markdown(pep));
      this.#told = this.#host.words.copied;
    } catch {
      this.#told = this.#host.words.copyRefused;
    }
    this.#host.requestUpdate();
  }

  #save(pep: Pep) {
    const name = `pep-${pep.number}-reading.md`;
    save(new Blob([this.#markdown(pep)], { type: "text/markdown;charset=utf-8" }), name);
    this.#told = this.#host.words.saved(name);
    this.#host.requestUpdate();
  }
}

export function readingMarkdown(
  pep: Pep,
  list: readonly ReadingItem[],
  citations: Citations,
  words: Strings,
): string {
  const item = ({ number, required, instead }: ReadingItem, i: number) => {
    const { title, status } = citations.byNumber.get(number)!;
    const link = `[PEP ${number}: ${literal(title)}](${pepPage(number)})`;
    const more = [status, ...(required ? [words.required] : [])];
    if (instead.length > 0) more.push(words.now(instead));
    return `${i + 1}. ${link} (${literal(more.join(", "))})`;
  };
  const head = `# ${words.readingTitle(pep.number)}: ${literal(pep.title)}`;
  return [head, "", ...list.map(item), ""].join("\n");
}
