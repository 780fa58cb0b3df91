// Is it still valid? What became of the selected PEP, by Superseded-By and
// Replaces to the living end.

import { html, nothing } from "lit";
import type { Analysis, Succession } from "./analysis";
import type { Rest } from "./footing";
import type { Pep } from "./model";
import type { Strings } from "./strings";

const most = 8; // PEPs that are named

export interface ValidityHost {
  readonly words: Strings;
  analysis(): Promise<Analysis>;
  requestUpdate(): void;
}

export class Validity {
  #host: ValidityHost;
  #asked: number | null = null;
  #line: Succession | null = null;
  #rests: readonly Rest[] = [];

  constructor(host: ValidityHost) {
    this.#host = host;
  }

  async #ask(number: number) {
    this.#asked = number;
    this.#line = null;
    try {
      const analysis = await this.#host.analysis();
      const [line, rests] = await Promise.all([analysis.succession(number), analysis.rests()]);
      if (this.#asked !== number) return;
      this.#line = line;
      this.#rests = rests
        .filter(({ from }) => from === number)
        .sort((a, b) => Number(b.required) - Number(a.required) || b.count - a.count);
    } catch {
      return; // the map says by itself that its engine is not there
    }
    this.#host.requestUpdate();
  }

  /** A sentence about a PEP, nothing while it is on its way. */
  render(pep: Pep, onSelect: (number: number) => void) {
    const { words } = this.#host;
    if (this.#asked !== pep.number) void this.#ask(pep.number);
    if (!this.#line) return nothing;
    const { chain, cycles } = this.#line;
    const later = chain.slice(1);
    return html`<p class="validity">
      <b>${words.stillValid}</b>
      ${
        later.length > 0
          ? html`${words.replacedBy}
            ${later.map(
              (number, i) =>
                html`${i > 0 ? " → " : ""}<button type="button" @click=${() => onSelect(number)}>
                    PEP ${number}
                  </button>`,
            )}`
          : cycles.length > 0
            ? words.circle
            : pep.status === "Superseded"
              ? words.noSuccessor
              : words.notReplaced(pep.status)
      }
      ${this.#footing(onSelect)}
    </p>`;
  }

  /** What it rests on that was put aside, the most mentioned first. */
  #footing(onSelect: (number: number) => void) {
    const { words } = this.#host;
    const more = this.#rests.length - most;
    if (this.#rests.length === 0) return nothing;
    return html`<span class="rests"
      >${words.restsOn}
      ${this.#rests
        .slice(0, most)
        .map(
          ({ to, status, required }, i) =>
            html`${i > 0 ? ", " : ""}<button type="button" @click=${() => onSelect(to)}>
                PEP ${to}
              </button>
              (<span lang="en">${status}</span>${required ? `, ${words.required}` : ""})`,
        )}${more > 0 ? words.restsMore(more) : "."}</span
    >`;
  }
}
