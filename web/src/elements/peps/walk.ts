// The map by keyboard: a mark that walks, and what the keys do with it.

import { keyAction, type KeyAction } from "./keyboard";
import type { Citations } from "./model";
import type { Direction } from "./nearest";
import type { Picture } from "./picture";
import type { Strings } from "./strings";

export interface WalkHost {
  readonly citations: Citations | null;
  readonly selected: number | null;
  readonly words: Strings;
  /** Opens a PEP, or closes with null. */
  choose(number: number | null): void;
  /** Tells a reader who does not see the picture. */
  say(text: string): void;
  focusSearch(): void;
}

export class Walk {
  #host: WalkHost;
  #picture: Picture;
  #moving: number | null = null; // the PEP that arrow keys move

  constructor(host: WalkHost, picture: Picture) {
    this.#host = host;
    this.#picture = picture;
  }

  onKey = (event: KeyboardEvent) => {
    const action = keyAction(event);
    if (!action || !this.#picture.drawing) return;
    event.preventDefault();
    this.#act(action);
  };

  #act(action: KeyAction) {
    const drawing = this.#picture.drawing!;
    switch (action.do) {
      case "walk":
        return this.#moving === null
          ? this.#step(action.direction)
          : drawing.nudge(this.#moving, action.direction);
      case "pan":
        return drawing.view.pan(action.direction);
      case "zoom":
        return drawing.view.zoom(action.by);
      case "fit":
        return drawing.view.fit();
      case "open":
        return this.#picture.pointed !== null && this.#host.choose(this.#picture.pointed);
      case "move":
        return this.#toggleMoving();
      case "search":
        return this.#host.focusSearch();
      case "leave":
        return this.#leave();
    }
  }

  /** Goes on from the mark, else from the selected PEP, else starts at the most cited one. */
  #step(direction: Direction) {
    const { citations, selected, words } = this.#host;
    const from = this.#picture.pointed ?? selected;
    const to =
      from === null
        ? citations?.byImportance()[0]?.number
        : this.#picture.drawing!.step(from, direction);
    if (to === null || to === undefined) return this.#host.say(words.edgeOfMap);
    this.#picture.point(to);
    this.#picture.drawing!.reveal(to);
    this.#host.say(tell(citations!, to, words));
  }

  #toggleMoving() {
    const { words, selected } = this.#host;
    const number = this.#picture.pointed ?? selected;
    if (this.#moving !== null) return this.#endMoving();
    if (number === null) return this.#host.say(words.selectFirst);
    this.#moving = number;
    this.#host.say(words.moving(number));
  }

  #endMoving() {
    this.#host.say(this.#host.words.placed(this.#moving!));
    this.#moving = null;
  }

  #leave() {
    if (this.#moving !== null) this.#endMoving();
    else if (this.#picture.pointed !== null) this.#picture.point(null);
    else this.#host.choose(null);
  }
}

/** One sentence about a PEP. */
export function tell(citations: Citations, number: number, words: Strings): string {
  const pep = citations.byNumber.get(number)!;
  return words.told(pep, citations.citedBy(number).length, citations.cites(number).length);
}
