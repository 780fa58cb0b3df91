// Why there is a reference: its mentions, below the row of the table that was
// asked.

import { html, nothing, type TemplateResult } from "lit";
import { download } from "../../machine/engine";
import type { DeskHost } from "./desk";
import { readMentions, type Mention, type Mentions } from "./mentions";
import type { Strings } from "./strings";

export interface WhyHost extends DeskHost {
  readonly words: Strings;
  sources(): { facts: URL };
  requestUpdate(): void;
}

/** Gives the sentence of each mention. */
export type Quote = (mentions: readonly Mention[]) => Promise<string[]>;

export class Why {
  #host: WhyHost;
  #mentions: Mentions | null = null;
  #failed = "";
  #loading = false;
  #quote: Quote | null = null;
  #quotes = new Map<string, readonly string[]>(); // by reference

  constructor(host: WhyHost) {
    this.#host = host;
  }

  /** Takes what is known of a corpus, and who quotes it; null for the page's own. */
  take(mentions: Mentions | null, quote: Quote | null): void {
    [this.#mentions, this.#quote, this.#failed] = [mentions, quote, ""];
    this.#quotes.clear();
  }

  async #fetchQuotes(from: number, to: number) {
    const key = `${from}>${to}`;
    if (!this.#quote || this.#quotes.has(key)) return;
    const quotes = this.#quotes;
    quotes.set(key, []);
    try {
      quotes.set(key, await this.#quote(this.#mentions!.of(from, to)));
    } catch {
      return; // the mentions themselves are there
    }
    this.#host.requestUpdate();
  }

  isOpen(from: number, to: number): boolean {
    const { why } = this.#host.desk;
    return why !== null && why[0] === from && why[1] === to;
  }

  /** Opens a reference, or closes it. */
  ask(from: number, to: number): void {
    this.#failed = "";
    this.#host.setDesk({ why: this.isOpen(from, to) ? null : [from, to] });
  }

  async #load() {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const file = await download(new URL("mentions.json", this.#host.sources().facts));
      this.#mentions = readMentions(new TextDecoder().decode(file));
    } catch (error) {
      this.#failed = error instanceof Error ? error.message : String(error);
    }
    this.#loading = false;
    this.#host.requestUpdate();
  }

  render(from: number, to: number): TemplateResult {
    const { words } = this.#host;
    if (this.#failed) return html`<p class="none" role="alert">${this.#failed}</p>`;
    if (!this.#mentions) {
      void this.#load();
      return html`<p class="none" role="status">${words.calculating}</p>`;
    }
    void this.#fetchQuotes(from, to);
    const list = this.#mentions.of(from, to);
    return html`<p class="none">${words.whyTitle(from, to)}</p>
      <ul class="mentions">
        ${list.map((mention, i) => this.#one(mention, this.#quotes.get(`${from}>${to}`)?.[i]))}
      </ul>`;
  }

  #one(mention: Mention, quote: string | undefined) {
    const { words } = this.#host;
    const section = mention.section || words.head;
    return html`<li>
      ${words.kinds[mention.kind] ?? mention.kind}:
      <a href=${this.#mentions!.rendered(mention)} target="_blank" rel="noopener" lang="en"
        >${section}</a
      >,
      <a href=${this.#mentions!.source(mention)} target="_blank" rel="noopener"
        >${words.line(mention.line)}</a
      >
      ${quote ? html`<q lang="en">${quote}</q>` : nothing}
    </li>`;
  }
}
