// The search field: a combobox with a list of PEPs below it.

import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import { longestText, type DeskHost } from "./desk";
import { glyph, type Theme } from "./glyph";
import type { Pep } from "./model";
import type { Strings } from "./strings";

export type Search = (typed: string) => Pep[];

const shown = 12;

export class SearchBox implements ReactiveController {
  search: Search = () => [];
  /** more: beside what is selected, as with Shift. */
  onChoose: (number: number, more: boolean) => void = () => {};

  #host: ReactiveControllerHost & DeskHost;
  #hits: Pep[] = [];
  #active = -1; // the option that Enter takes
  #open = false;

  constructor(host: ReactiveControllerHost & DeskHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {}

  #type(text: string) {
    this.#hits = this.search(text);
    this.#active = this.#hits.length > 0 ? 0 : -1;
    this.#open = text.trim() !== "";
    this.#host.setDesk({ search: text });
  }

  get #typed(): string {
    return this.#host.desk.search;
  }

  #close() {
    this.#open = false;
    this.#host.requestUpdate();
  }

  #choose(pep: Pep | undefined, more: boolean) {
    if (!pep) return;
    this.#type("");
    this.onChoose(pep.number, more);
  }

  #key(event: KeyboardEvent) {
    if (event.isComposing) return; // Enter and arrows belong to the input method
    const list = this.#hits.slice(0, shown);
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && list.length > 0) {
      this.#active = (this.#active + move + list.length) % list.length;
      this.#open = true;
    } else if (event.key === "Enter") this.#choose(list[this.#active], event.shiftKey);
    else if (event.key === "Escape" && (this.#open || this.#typed)) this.#type("");
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#host.requestUpdate();
  }

  render(words: Strings, theme: Theme) {
    const list = this.#open ? this.#hits.slice(0, shown) : [];
    return html`<div class="search" role="search">
      <svg class="lens" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M11.2 11.2L15 15M12.5 7A5.5 5.5 0 1 1 1.5 7A5.5 5.5 0 1 1 12.5 7Z" />
      </svg>
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength=${longestText}
        role="combobox"
        aria-label=${words.search}
        aria-autocomplete="list"
        aria-expanded=${list.length > 0}
        aria-controls="hits"
        aria-activedescendant=${list.length > 0 ? `hit-${this.#active}` : nothing}
        placeholder=${words.placeholder}
        .value=${this.#typed}
        @input=${(e: InputEvent) => this.#type((e.target as HTMLInputElement).value)}
        @keydown=${(e: KeyboardEvent) => this.#key(e)}
        @focus=${() => this.#typed && this.#type(this.#typed)}
        @blur=${() => this.#close()}
      />
      <ul id="hits" role="listbox" aria-label=${words.search} ?hidden=${list.length === 0}>
        ${list.map((pep, i) => this.#option(pep, i, theme))}
      </ul>
      <p class=${this.#open && list.length === 0 ? "no-hits" : "quiet"} role="status">
        ${this.#open ? words.found(this.#hits.length) : ""}
      </p>
    </div>`;
  }

  #option(pep: Pep, i: number, theme: Theme) {
    return html`<li
      id=${`hit-${i}`}
      role="option"
      aria-selected=${i === this.#active}
      @pointerdown=${(e: Event) => e.preventDefault()}
      @click=${(e: MouseEvent) => this.#choose(pep, e.shiftKey)}
    >
      ${glyph(pep.status, theme)}<b>${pep.number}</b><span lang="en">${pep.title}</span>
    </li>`;
  }
}
