// What does not fit in the PEPs, each with file and line.

import { html, nothing } from "lit";
import { isUnfolded, onFold, type DeskHost } from "./desk";
import { rules, type Finding, type Findings, type Rule } from "./findings";
import type { Lens } from "./lens";
import type { Citations } from "./model";
import type { Strings } from "./strings";
import { firstView, type View } from "./view";

export interface CheckHost extends DeskHost {
  readonly words: Strings;
  readonly lens: Lens;
  readonly citations: Citations | null;
  findings(): Promise<Findings>;
  setView(view: View): void;
  choose(number: number | null): void;
  requestUpdate(): void;
}

export class CheckPanel {
  #host: CheckHost;
  #findings: Findings | null = null;
  #of: Citations | null = null; // whose findings they are
  #failed = "";

  constructor(host: CheckHost) {
    this.#host = host;
  }

  async #load(citations: Citations) {
    this.#of = citations;
    this.#findings = null;
    this.#failed = "";
    try {
      this.#findings = await this.#host.findings();
    } catch (error) {
      this.#failed = error instanceof Error ? error.message : String(error);
    }
    this.#host.requestUpdate();
  }

  render() {
    const { words, lens, citations } = this.#host;
    if (citations && this.#of !== citations) void this.#load(citations);
    if (this.#failed)
      return html`<p role="alert">${this.#failed}</p>
        <button type="button" class="plain-button" @click=${() => void this.#load(citations!)}>
          ${words.retry}
        </button>`;
    if (!this.#findings) return html`<p role="status">${words.calculating}</p>`;
    const { list } = this.#findings;
    if (list.length === 0) return html`<p role="status">${words.corpus.nothingFound}</p>`;
    const marked = lens.view.colour === "check";
    const mark = () =>
      this.#host.setView({ ...lens.view, colour: marked ? firstView.colour : "check" });
    return html`<p class="row-field">
        <span role="status">${words.corpus.found(list.length)}</span>
        <button type="button" class="plain-button mark" aria-pressed=${marked} @click=${mark}>
          ${marked ? words.corpus.unmark : words.corpus.mark}
        </button>
      </p>
      ${rules.map((rule) => this.#rule(rule, list))}`;
  }

  #rule(rule: Rule, list: readonly Finding[]) {
    const some = list.filter((finding) => finding.rule === rule);
    if (some.length === 0) return nothing;
    const fold = `check-${rule}`;
    return html`<details
      class="facet"
      .open=${isUnfolded(this.#host.desk, fold, true)}
      @toggle=${onFold(this.#host, fold, true)}
    >
      <summary>
        ${this.#host.words.corpus.rules[rule]} <span class="amount">${some.length}</span>
      </summary>
      <ul class="findings">
        ${some.map((finding) => this.#finding(finding))}
      </ul>
    </details>`;
  }

  #finding(finding: Finding) {
    const { words, citations } = this.#host;
    const { pep, file, line } = finding;
    const text = words.corpus.finding(finding);
    const place = line > 0 ? `${file}:${line}` : file;
    const source = this.#findings!.source(finding);
    return html`<li>
      <span>${text}</span>
      ${
        citations!.byNumber.has(pep)
          ? html`<button
              type="button"
              title=${words.show(pep)}
              @click=${() => this.#host.choose(pep)}
            >
              PEP ${pep}
            </button>`
          : nothing
      }
      ${
        source
          ? html`<a href=${source} target="_blank" rel="noopener"><code>${place}</code></a>`
          : nothing
      }
    </li>`;
  }
}
