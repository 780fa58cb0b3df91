// The reader's course over the map: which PEP is selected and how the map is
// looked at, both steps in the browser's history.

import type { Analysis } from "./analysis";
import { History } from "./history";
import { Lens } from "./lens";
import { firstState, type Link } from "./link";
import type { Citations } from "./model";
import { kinds } from "./number-filters";
import type { Strings } from "./strings";
import { toggled, type View } from "./view";
import { tell } from "./walk";

export interface CourseHost {
  readonly citations: Citations | null;
  readonly words: Strings;
  /** Metrics that what is open shows. */
  readonly needs: readonly string[];
  analysis(): Promise<Analysis>;
  say(text: string): void;
  /** Another PEP is about to be selected, or none. */
  onSelect(number: number | null): void;
  requestUpdate(): void;
}

export class Course {
  /** The selected PEP, null for none. */
  selected: number | null = null;
  /** A sentence for everybody, "" for none. */
  notice = "";
  readonly lens: Lens;

  #host: CourseHost;
  #history: History;

  constructor(host: CourseHost) {
    this.#host = host;
    this.lens = new Lens({
      analysis: () => host.analysis(),
      requestUpdate: () => host.requestUpdate(),
      complain: (reason) => this.#notice(reason),
    });
    const known = {
      pep: (number: number) => host.citations?.byNumber.has(number) ?? false,
      value: this.lens.knownValue.bind(this.lens),
      kind: (name: string) => (kinds as readonly string[]).includes(name),
    };
    this.#history = new History(known, (link) => this.#arrive(link));
  }

  start(citations: Citations): void {
    this.lens.take(citations);
    this.#history.start();
  }

  stop(): void {
    this.#history.stop();
  }

  /** Opens a PEP as a step in the browser's history; null closes. */
  choose(number: number | null): void {
    const { citations, words } = this.#host;
    if (number !== null && !citations?.byNumber.has(number)) {
      return this.#notice(words.unknown(String(number)));
    }
    this.#notice("");
    this.#select(number);
    this.#write();
  }

  /** Takes colours, sizes and filters as a step in the browser's history. */
  setView(view: View): void {
    this.#notice("");
    this.lens.look(view, this.#host.needs);
    this.#write();
  }

  /** A row of the legend: switches a value of what colours off, or on again. */
  toggle(value: string): void {
    const { view, sight } = this.lens;
    const all = [...sight!.sift.counts(view.colour).keys()];
    this.setView(toggled(view, view.colour, value, all));
  }

  #notice(text: string) {
    this.notice = text;
    this.#host.requestUpdate();
  }

  #write() {
    this.#history.write({ pep: this.selected, view: this.lens.view });
  }

  #arrive(link: Link) {
    this.#notice(link.kind === "bad" ? this.#host.words.badLink : "");
    if (link.kind === "bad") return;
    const { pep, view } = link.kind === "state" ? link : firstState;
    this.lens.look(view, this.#host.needs);
    this.#select(pep);
  }

  #select(number: number | null) {
    if (number === this.selected) return;
    const { citations, words } = this.#host;
    this.#host.onSelect(number);
    this.selected = number;
    this.#host.say(number === null ? words.nothing : tell(citations!, number, words));
  }
}
