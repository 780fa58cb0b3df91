// What the reader does to the map beside choosing a PEP: selecting several,
// pinning, steps back and forth, zooming, filling the screen.

import type { Controls } from "./controls";
import type { Course } from "./course";
import { Fill } from "./fill";
import type { Picture } from "./picture";
import { withoutPin, type Place } from "./state";
import type { Strings } from "./strings";

export interface DoingsHost extends Element {
  readonly words: Strings;
  say(text: string): void;
  requestUpdate(): void;
}

export class Doings implements Controls {
  #host: DoingsHost;
  #course: Course;
  #picture: Picture;
  #fill: Fill;

  constructor(host: DoingsHost, course: Course, picture: Picture) {
    this.#host = host;
    this.#course = course;
    this.#picture = picture;
    this.#fill = new Fill(host, () => host.requestUpdate());
  }

  start(): void {
    this.#fill.start();
  }

  stop(): void {
    this.#fill.stop();
  }

  // ---- Selecting ----

  /** A click: on a PEP, or on the ground. */
  pick(number: number | null, more: boolean): void {
    if (!more) this.#course.choose(number);
    else if (number !== null) this.#course.toggle(number);
  }

  /** Adds PEPs to the selection. */
  add(numbers: readonly number[]): void {
    const { peps } = this.#course.state;
    const fresh = numbers.filter((number) => !peps.includes(number));
    if (fresh.length > 0) this.#course.chooseAll([...peps, ...fresh]);
    else this.#host.say(this.#host.words.several(peps.length));
  }

  selectInSight(): void {
    this.add(this.#picture.drawing?.inSight ?? []);
  }

  get several(): boolean {
    return this.#course.state.desk.several;
  }

  toggleSeveral(): void {
    this.#course.setDesk({ several: !this.several });
  }

  get hasSelection(): boolean {
    return this.#course.state.peps.length > 0;
  }

  // ---- Pinning ----

  pin(number: number, place: Place): void {
    this.#course.pin(number, place);
  }

  unpin(number: number): void {
    const { pins } = this.#course.state;
    if (!Object.hasOwn(pins, number)) return;
    this.#course.set({ pins: withoutPin(pins, number) });
    this.#host.say(this.#host.words.letGo(number));
  }

  unpinAll(): void {
    this.#course.set({ pins: {} });
  }

  // ---- Steps ----

  get canUndo(): boolean {
    return this.#course.canUndo;
  }

  get canRedo(): boolean {
    return this.#course.canRedo;
  }

  undo(): void {
    this.#course.undo();
  }

  redo(): void {
    this.#course.redo();
  }

  // ---- Looking ----

  zoom(direction: 1 | -1): void {
    this.#picture.drawing?.view.zoom(direction);
  }

  fit(): void {
    this.#picture.drawing?.view.fit();
  }

  /** The selected PEPs; one alone with those that it cites and that cite it. */
  frameSelection(): void {
    if (this.hasSelection) this.#picture.frame(this.#course.state.peps);
  }

  get canFill(): boolean {
    return this.#fill.possible;
  }

  get fills(): boolean {
    return this.#fill.now;
  }

  fullScreen(): void {
    this.#fill.toggle().catch((error: Error) => this.#course.complain(error.message));
  }
}
