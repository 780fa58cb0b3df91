// Why there is a reference: its mentions, below the row of the table that was
// asked.

import { html, type TemplateResult } from "lit";
import { download } from "../../machine/engine";
import { readMentions, type Mention, type Mentions } from "./mentions";
import type { Strings } from "./strings";

export interface WhyHost {
  readonly words: Strings;
  sources(): { facts: URL };
  requestUpdate(): void;
}

export class Why {
  #host: WhyHost;
  #asked: string | null = null;
  #mentions: Mentions | null = null;
  #failed = "";
  #loading = false;

  constructor(host: WhyHost) {
    this.#host = host;
  }

  isOpen(from: number, to: number): boolean {
    return this.#asked === `${from}>${to}`;
  }

  /** Opens a reference, or closes it. */
  ask(from: number, to: number): void {
    this.#asked = this.isOpen(from, to) ? null : `${from}>${to}`;
    if (this.#asked && !this.#mentions) void this.#load();
    this.#host.requestUpdate();
  }

  async #load() {
    if (this.#loading) return;
    this.#loading = true;
    this.#failed = "";
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
    if (!this.#mentions) return html`<p class="none" role="status">${words.calculating}</p>`;
    const list = this.#mentions.of(from, to);
    return html`<p class="none">${words.whyTitle(from, to)}</p>
      <ul class="mentions">
        ${list.map((mention) => this.#one(mention))}
      </ul>`;
  }

  #one(mention: Mention) {
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
    </li>`;
  }
}
