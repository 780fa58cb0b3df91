// Is it still valid? What became of the selected PEP, by Superseded-By and
// Replaces to the living end.

import { html, nothing } from "lit";
import type { Analysis, Succession } from "./analysis";
import type { Pep } from "./model";
import type { Strings } from "./strings";

export interface ValidityHost {
  readonly words: Strings;
  analysis(): Promise<Analysis>;
  requestUpdate(): void;
}

export class Validity {
  #host: ValidityHost;
  #asked: number | null = null;
  #line: Succession | null = null;

  constructor(host: ValidityHost) {
    this.#host = host;
  }

  async #ask(number: number) {
    this.#asked = number;
    this.#line = null;
    try {
      const line = await (await this.#host.analysis()).succession(number);
      if (this.#asked === number) this.#line = line;
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
    </p>`;
  }
}
