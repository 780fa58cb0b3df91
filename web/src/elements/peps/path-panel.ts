// The panel that finds the way from one PEP to another.

import { html, nothing } from "lit";
import type { Analysis } from "./analysis";
import { longestText, type DeskHost, type TypedWay } from "./desk";
import type { Lens } from "./lens";
import type { Citations } from "./model";
import type { Way } from "./state";
import type { Strings } from "./strings";

export interface PathHost extends DeskHost {
  readonly words: Strings;
  readonly lens: Lens;
  readonly citations: Citations | null;
  readonly selected: number | null;
  analysis(): Promise<Analysis>;
  choose(number: number | null): void;
  /** Keeps what was asked for; null when it is given up. */
  setWay(way: Way | null): void;
  /** Draws a way over the map; an empty one takes it away. */
  showPath(numbers: readonly number[]): void;
  requestUpdate(): void;
}

export class PathPanel {
  #host: PathHost;
  #start = ""; // where a way begins that the reader has not yet begun
  #path: readonly number[] = [];
  #told = "";
  #way: Way | null = null;

  constructor(host: PathHost) {
    this.#host = host;
  }

  /** The way from the selected PEP, unless the reader has begun another. */
  open(): void {
    const { selected } = this.#host;
    if (this.#start === "" && selected !== null) this.#start = String(selected);
  }

  close(): void {
    if (this.#way) this.#host.setWay(null);
    this.#take(null);
  }

  /** Shows a way that a link or a step back asks for, or none. */
  show(way: Way | null): void {
    if (sameWay(way, this.#way)) return;
    if (way) void this.#find(way);
    else this.#take(null);
  }

  #take(way: Way | null) {
    this.#way = way;
    this.#tell([], "");
  }

  /** What stands in the form: what is typed, or the way that is shown. */
  get #form(): TypedWay {
    const way = this.#way;
    const found = way && { from: String(way.from), to: String(way.to), either: way.either };
    return this.#host.desk.path ?? found ?? { from: this.#start, to: "", either: false };
  }

  #type(part: Partial<TypedWay>) {
    this.#host.setDesk({ path: { ...this.#form, ...part } });
  }

  async #submit() {
    const { words, citations } = this.#host;
    const { from, to, either } = this.#form;
    const ends = [from, to].map((text) => Number(text.replace(/^\s*pep[\s-]*/i, "")));
    const i = ends.findIndex((number) => !citations!.byNumber.has(number));
    if (i >= 0) {
      this.#type({});
      this.close();
      return this.#tell([], words.unknown([from, to][i]!.trim() || "?"));
    }
    const way = { from: ends[0]!, to: ends[1]!, either };
    const found = this.#find(way);
    this.#host.setDesk({ path: null });
    this.#host.setWay(way);
    await found;
  }

  async #find(way: Way) {
    const { words, lens } = this.#host;
    this.#way = way;
    this.#tell([], words.calculating);
    try {
      const analysis = await this.#host.analysis();
      const choice = { kinds: lens.view.kinds };
      const direction = way.either ? "either" : "outgoing";
      const path = await analysis.path(way.from, way.to, direction, choice);
      if (this.#way !== way) return;
      this.#tell(path, path.length === 0 ? words.noPath : words.pathFound(path.length - 1));
    } catch (error) {
      if (this.#way === way) this.#tell([], error instanceof Error ? error.message : String(error));
    }
  }

  #tell(path: readonly number[], told: string) {
    this.#path = path;
    this.#told = told;
    this.#host.showPath(path);
    this.#host.requestUpdate();
  }

  render() {
    const { words } = this.#host;
    const { from, to, either } = this.#form;
    const find = (event: Event) => {
      event.preventDefault();
      void this.#submit();
    };
    return html`<form class="path-form" @submit=${find}>
        ${this.#field("from", words.pathFrom, from)} ${this.#field("to", words.pathTo, to)}
        <label class="either">
          <input
            type="checkbox"
            .checked=${either}
            @change=${() => this.#type({ either: !either })}
          />
          ${words.eitherWay}
        </label>
        <button type="submit" class="plain-button">${words.findPath}</button>
      </form>
      <p class="hint" role="status">${this.#told || words.pathHint}</p>
      ${this.#path.length > 0 ? this.#steps() : nothing}`;
  }

  #field(id: "from" | "to", label: string, value: string) {
    return html`<div class="field">
      <label for=${`path-${id}`}>${label}</label>
      <input
        id=${`path-${id}`}
        type="text"
        autocomplete="off"
        maxlength=${longestText}
        placeholder="484"
        .value=${value}
        @input=${(event: Event) => this.#type({ [id]: (event.target as HTMLInputElement).value })}
      />
    </div>`;
  }

  #steps() {
    return html`<ol class="way">
      ${this.#path.map((number, i) => this.#step(number, this.#path[i - 1]))}
    </ol>`;
  }

  #step(number: number, before: number | undefined) {
    const { words } = this.#host;
    const citations = this.#host.citations!;
    const cites =
      before !== undefined && citations.cites(before).some(({ pep }) => pep.number === number);
    const link = before === undefined ? nothing : cites ? words.whichCites : words.whichIsCitedBy;
    return html`<li>
      ${link === nothing ? nothing : html`<span class="amount">${link}</span>`}
      <button type="button" @click=${() => this.#host.choose(number)}>
        <b>${number}</b> <span lang="en">${citations.byNumber.get(number)!.title}</span>
      </button>
    </li>`;
  }
}

const sameWay = (a: Way | null, b: Way | null) =>
  a === b || (a?.from === b?.from && a?.to === b?.to && a?.either === b?.either);
