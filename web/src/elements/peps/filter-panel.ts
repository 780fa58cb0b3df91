// The panel of filters: values of each attribute with how many PEPs have them.

import { html, nothing, type TemplateResult } from "lit";
import { isUnfolded, longestText, onFold, type DeskHost } from "./desk";
import type { Lens, Sight } from "./lens";
import { renderNumberFilters } from "./number-filters";
import type { Strings } from "./strings";
import { valueText } from "./value-text";
import {
  firstView,
  isFiltering,
  listed,
  toggled,
  withOnly,
  type Attribute,
  type View,
} from "./view";
import { Years } from "./years";

const shown = 12; // values of a long list before the reader narrows it

export interface FilterHost extends DeskHost {
  readonly words: Strings;
  readonly lens: Lens;
  setView(view: View): void;
  preview(view: View): void;
  requestUpdate(): void;
}

export class FilterPanel {
  #host: FilterHost;
  #years: Years;

  constructor(host: FilterHost) {
    this.#host = host;
    this.#years = new Years(host);
  }

  close(): void {
    this.#years.stop();
  }

  render(): TemplateResult {
    const { lens, words } = this.#host;
    const sight = lens.sight!;
    const { sift } = sight;
    return html`<p class="amounts" role="status">
        ${words.shownOf(sift.peps.size, sight.all.length, sift.edges)}
      </p>
      <div class="field row-field">
        <label>
          <input
            type="checkbox"
            .checked=${lens.view.hide}
            @change=${() => this.#set({ ...lens.view, hide: !lens.view.hide })}
          />
          ${words.hideFiltered}
        </label>
        <button
          type="button"
          class="plain-button"
          ?disabled=${!isFiltering(lens.view)}
          @click=${() => this.#clear()}
        >
          ${words.clearFilters}
        </button>
      </div>
      ${this.#years.render(sight)}
      ${renderNumberFilters(sight, lens.view, words, this.#host, (view) => this.#set(view))}
      ${listed.map((name) => this.#list(sight, name))}`;
  }

  #set(view: View) {
    this.#host.setView(view);
  }

  #clear() {
    const { layout, colour, size, hide, depth, hulls, resolution } = this.#host.lens.view;
    this.#years.stop();
    this.#host.setDesk({ narrow: {} });
    this.#set({ ...firstView, layout, colour, size, hide, depth, hulls, resolution });
  }

  #list(sight: Sight, name: Attribute) {
    const { words, lens } = this.#host;
    const only = lens.view.only[name];
    const usually = only !== undefined || name === "status";
    const fold = `filter-${name}`;
    return html`<details
      class="facet"
      .open=${isUnfolded(this.#host.desk, fold, usually)}
      @toggle=${onFold(this.#host, fold, usually)}
    >
      <summary>
        ${words.attributes[name]}
        ${only ? html`<span class="amount">${only.length}</span>` : nothing}
      </summary>
      ${
        sight.reader.knows(name)
          ? this.#values(sight, name, only ?? [])
          : html`<p class="hint">${words.calculating}</p>`
      }
    </details>`;
  }

  #values(sight: Sight, name: Attribute, only: readonly string[]) {
    const { words } = this.#host;
    const counts = [...sight.sift.counts(name)];
    counts.sort(
      name === "core" || name === "python" ? byValue : (a, b) => b[1] - a[1] || byValue(a, b),
    );
    const all = counts.map(([value]) => value);
    const text = (value: string) => valueText(sight, name, value, words);
    const typed = (this.#host.desk.narrow[name] ?? "").toLowerCase();
    const found = counts.filter(([value]) => text(value).toLowerCase().includes(typed));
    const rows = found.filter(([value], i) => i < shown || only.includes(value));
    return html`${counts.length > shown ? this.#narrow(name) : nothing}
      <ul>
        ${rows.map(([value, count]) => this.#value(name, value, count, only, text(value), all))}
      </ul>
      ${
        found.length > rows.length
          ? html`<p class="hint">${words.moreValues(found.length - rows.length)}</p>`
          : nothing
      }`;
  }

  #narrow(name: Attribute) {
    const { words } = this.#host;
    return html`<input
      type="text"
      class="narrow"
      aria-label=${words.narrow(words.attributes[name]!)}
      placeholder=${words.narrow(words.attributes[name]!)}
      maxlength=${longestText}
      .value=${this.#host.desk.narrow[name] ?? ""}
      @input=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        this.#host.setDesk({ narrow: { ...this.#host.desk.narrow, [name]: value } });
      }}
    />`;
  }

  #value(
    name: Attribute,
    value: string,
    count: number,
    only: readonly string[],
    text: string,
    all: readonly string[],
  ) {
    const { view } = this.#host.lens;
    const change = () => {
      const none = !view.only[name];
      this.#set(none ? withOnly(view, name, [value]) : toggled(view, name, [value], all));
    };
    return html`<li>
      <label>
        <input type="checkbox" .checked=${only.includes(value)} @change=${change} />
        <span class="value">${text}</span>
        <span class="amount">${count}</span>
      </label>
    </li>`;
  }
}

const collator = new Intl.Collator("en", { numeric: true });
const byValue = (a: [string, number], b: [string, number]) => collator.compare(a[0], b[0]);
