// The map by keyboard: a mark that walks, and what the keys do with it.

import type { Doings } from "./doings";
import { keyAction, stepKey, type KeyAction } from "./keyboard";
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
  readonly doings: Doings;
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

  /** Undo and redo, wherever the focus is, but where text is written. */
  onShortcut = (event: KeyboardEvent) => {
    const step = stepKey(event);
    if (!step || event.defaultPrevented || writes(event)) return;
    event.preventDefault();
    this.#host.doings[step]();
  };

  #act(action: KeyAction) {
    const drawing = this.#picture.drawing!;
    const { doings } = this.#host;
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
      case "frame":
        return doings.frameSelection();
      case "full":
        return doings.fullScreen();
      case "open":
        return this.#picture.pointed !== null && this.#host.choose(this.#picture.pointed);
      case "more":
        return this.#picture.pointed !== null && doings.pick(this.#picture.pointed, true);
      case "area":
        return doings.selectInSight();
      case "undo":
        return doings.undo();
      case "redo":
        return doings.redo();
      case "unpin":
        return this.#unpin();
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

  #unpin() {
    const number = this.#picture.pointed ?? this.#host.selected;
    if (number === null) this.#host.say(this.#host.words.selectFirst);
    else this.#host.doings.unpin(number);
  }

  #endMoving() {
    const { x, y } = this.#picture.drawing!.placeOf(this.#moving!);
    this.#host.doings.pin(this.#moving!, [x, y]);
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

/** Whether a key goes to a field of text. */
const writes = (event: KeyboardEvent) =>
  event
    .composedPath()
    .some((target) => target instanceof HTMLInputElement && target.type === "text");
