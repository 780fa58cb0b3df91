// The reader's course over the map: what is selected, how the map is looked at,
// what was moved. Each choice is a step, in the browser's history and in ours.

import type { Analysis } from "./analysis";
import type { Desk } from "./desk";
import type { Findings } from "./findings";
import { History } from "./history";
import { Lens } from "./lens";
import type { Link } from "./link";
import type { Citations } from "./model";
import { kinds } from "./number-filters";
import { valuesOf } from "./paint";
import { firstState, openOf, toggledPep, type Aim, type Place, type State } from "./state";
import type { Strings } from "./strings";
import { tell } from "./tell";
import { Undo } from "./undo";
import { toggled, type View } from "./view";

export interface CourseHost {
  readonly citations: Citations | null;
  readonly words: Strings;
  /** Metrics that what is open shows. */
  readonly needs: readonly string[];
  analysis(): Promise<Analysis>;
  findings(): Promise<Findings>;
  say(text: string): void;
  /** Whether there is a panel of that name. */
  hasPanel(name: string): boolean;
  /** Another selection is about to be shown. */
  onSelect(peps: readonly number[]): void;
  /** A state has come that was not chosen just now: from a link, or a step back. */
  onArrive(state: State, before: State): void;
  requestUpdate(): void;
}

export class Course {
  /** A sentence for everybody, "" for none. */
  notice = "";
  readonly lens: Lens;

  #host: CourseHost;
  #history: History;
  #undo = new Undo(firstState);
  #begun = false;

  constructor(host: CourseHost) {
    this.#host = host;
    this.lens = new Lens({
      analysis: () => host.analysis(),
      findings: () => host.findings(),
      requestUpdate: () => host.requestUpdate(),
      complain: (reason) => this.complain(reason),
    });
    const known = {
      pep: (number: number) => host.citations?.byNumber.has(number) ?? false,
      value: this.lens.knownValue.bind(this.lens),
      kind: (name: string) => (kinds as readonly string[]).includes(name),
      reference: (from: number, to: number) => host.citations?.has(from, to) ?? false,
      panel: (name: string) => host.hasPanel(name),
    };
    this.#history = new History(known, (link) => this.#arrive(link));
  }

  start(citations: Citations): void {
    this.lens.take(citations);
    this.#history.start();
  }

  /** Takes other PEPs: nothing that was chosen among the ones before means anything now. */
  renew(citations: Citations, view: View): void {
    this.lens.take(citations);
    this.lens.look(view, this.#host.needs);
    const { panel } = this.state;
    this.#undo = new Undo({ ...firstState, view, panel });
    this.#history.write(this.state);
    this.complain("");
    this.#host.onSelect([]);
  }

  stop(): void {
    this.#history.stop();
  }

  get state(): State {
    return this.#undo.now;
  }

  /** The PEP that is open, null for none. */
  get selected(): number | null {
    return openOf(this.state);
  }

  /** Opens a PEP alone; null closes all. */
  choose(number: number | null): void {
    this.chooseAll(number === null ? [] : [number]);
  }

  /** Takes a PEP into the selection, or out of it. */
  toggle(number: number): void {
    this.chooseAll(toggledPep(this.state.peps, number));
  }

  /** Selects PEPs; the last one is open. */
  chooseAll(peps: readonly number[]): void {
    const { citations, words } = this.#host;
    const strange = peps.find((number) => !citations?.byNumber.has(number));
    if (strange !== undefined) return this.complain(words.unknown(String(strange)));
    if (peps.join() === this.state.peps.join()) return this.complain("");
    this.#select(peps);
    this.#do({ ...this.state, peps, desk: { ...this.state.desk, why: null } });
  }

  /** Takes layout, colours, sizes and filters. */
  setView(view: View): void {
    this.lens.look(view, this.#host.needs);
    this.#do({ ...this.state, view });
  }

  /** Shows a view on the way to one that will be set. */
  preview(view: View): void {
    this.lens.look(view, this.#host.needs);
    this.#host.requestUpdate();
  }

  /** Takes part of a state: pins, a way. */
  set(part: Partial<Pick<State, "pins" | "way">>): void {
    this.#do({ ...this.state, ...part });
  }

  pin(number: number, place: Place): void {
    this.set({ pins: { ...this.state.pins, [number]: place } });
  }

  /** Takes what is no step of the reader's work: the panel, where one looks from. */
  amend(part: { aim?: Aim | null; panel?: string | null }): void {
    const state = { ...this.state, ...part };
    this.#undo.amend(state);
    if (this.#begun) this.#history.amend(state);
  }

  /** Takes how something beside the map is left. */
  setDesk(part: Partial<Desk>): void {
    const state = { ...this.state, desk: { ...this.state.desk, ...part } };
    this.#undo.amend(state);
    if (this.#begun) this.#history.amendSoon(state);
    this.#host.requestUpdate();
  }

  /** A row of the legend: switches what it stands for off, or on again. */
  toggleValue(value: string): void {
    const { view, sight } = this.lens;
    const all = [...sight!.sift.counts(view.colour).keys()];
    this.setView(toggled(view, view.colour, valuesOf(sight!.paint, value, all), all));
  }

  get canUndo(): boolean {
    return this.#undo.canUndo;
  }

  get canRedo(): boolean {
    return this.#undo.canRedo;
  }

  undo(): void {
    this.#travel(() => this.#undo.undo(), this.#host.words.undone, this.#host.words.nothingToUndo);
  }

  redo(): void {
    this.#travel(() => this.#undo.redo(), this.#host.words.redone, this.#host.words.nothingToRedo);
  }

  /** Where one looks from and what is open beside the map stay as they are. */
  #travel(step: () => State | null, done: string, none: string) {
    const before = this.state;
    const to = step();
    if (!to) return this.#host.say(none);
    const { aim, panel, desk } = before;
    this.#undo.amend({ ...to, aim, panel, desk });
    this.#show(before);
    this.#history.write(this.state);
    this.#host.say(done);
  }

  complain(text: string) {
    this.notice = text;
    this.#host.requestUpdate();
  }

  #do(state: State) {
    this.notice = "";
    this.#undo.do(state);
    this.#history.write(state);
    this.#host.requestUpdate();
  }

  #arrive(link: Link) {
    const before = this.state;
    this.complain(link.kind === "bad" ? this.#host.words.badLink : "");
    if (link.kind !== "bad") {
      const said = link.kind === "state" ? link.state : firstState;
      const state = { ...said, panel: said.panel ?? before.panel };
      if (this.#begun) this.#undo.do(state);
      else this.#undo.amend(state);
      this.#show(before);
    }
    this.#begun = true;
  }

  #show(before: State) {
    this.lens.look(this.state.view, this.#host.needs);
    if (this.state.peps.join() !== before.peps.join()) this.#select(this.state.peps);
    this.#host.onArrive(this.state, before);
    this.#host.requestUpdate();
  }

  #select(peps: readonly number[]) {
    const { citations, words } = this.#host;
    this.#host.onSelect(peps);
    const open = peps.at(-1);
    if (open === undefined) this.#host.say(words.nothing);
    else if (peps.length === 1) this.#host.say(tell(citations!, open, words));
    else this.#host.say(`${words.several(peps.length)} ${tell(citations!, open, words)}`);
  }
}
