// What the sheet of a PEP tells beside its header and its references.

import { html, nothing } from "lit";
import type { Analysis } from "./analysis";
import type { DeskHost } from "./desk";
import { Lessons } from "./lessons";
import { renderLifeline } from "./lifeline";
import type { Citations, Pep } from "./model";
import { Reading } from "./reading";
import type { Strings } from "./strings";
import { Validity } from "./validity";
import { Why } from "./why";

export interface AboutHost extends DeskHost {
  readonly words: Strings;
  readonly language: string;
  readonly citations: Citations | null;
  analysis(): Promise<Analysis>;
  sources(): { facts: URL };
  requestUpdate(): void;
}

export class About {
  readonly why: Why;
  #host: AboutHost;
  #validity!: Validity;
  #reading!: Reading;
  #lessons: Lessons;

  constructor(host: AboutHost) {
    this.#host = host;
    this.why = new Why(host);
    this.renew();
    this.#lessons = new Lessons(host);
  }

  /** Forgets what it knows: the map shows other PEPs. */
  renew(): void {
    this.#validity = new Validity(this.#host);
    this.#reading = new Reading(this.#host);
  }

  /** Below the header. */
  render(pep: Pep, onSelect: (number: number) => void) {
    const { citations, words } = this.#host;
    return html`${this.#validity.render(pep, onSelect)} ${this.#lessons.render(pep.number)}
    ${citations ? renderLifeline(pep, citations, words) : nothing}
    ${this.#reading.render(pep, onSelect)}`;
  }
}
