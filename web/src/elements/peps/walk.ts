// The map by keyboard: a mark that walks, and what the keys do with it.

import type { Doings } from "./doings";
import { walkGroups, type GroupWalkHost } from "./group-walk";
import { keyAction, stepKey, type KeyAction } from "./keyboard";
import type { Direction } from "./nearest";
import type { Picture } from "./picture";
import { tell } from "./tell";
import type { View } from "./view";

export interface WalkHost extends GroupWalkHost {
  readonly selected: number | null;
  setView(view: View): void;
  /** Opens a PEP, or closes with null. */
  choose(number: number | null): void;
  /** Tells why one PEP cites another. */
  explain(from: number, to: number): void;
  readonly doings: Doings;
  focusSearch(): void;
  openPanel(name: string): void;
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
      case "why":
        return this.#why();
      case "group":
        return void this.#toGroup(action.by);
      case "hulls":
        return this.#outline();
      case "help":
        return this.#host.openPanel("help");
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
    this.#mark(to);
    this.#host.say(tell(citations!, to, words));
  }

  #mark(number: number) {
    this.#picture.point(number);
    this.#picture.drawing?.reveal(number);
  }

  /** The reference between the open PEP and the marked one, whichever way it leads. */
  #why() {
    const { citations, selected, words } = this.#host;
    const { pointed } = this.#picture;
    if (selected === null || pointed === null || pointed === selected)
      return this.#host.say(words.help.markFirst);
    if (citations!.has(selected, pointed)) return this.#host.explain(selected, pointed);
    if (citations!.has(pointed, selected)) return this.#host.explain(pointed, selected);
    this.#host.say(words.help.noLine(selected, pointed));
  }

  async #toGroup(by: 1 | -1) {
    const from = this.#picture.pointed ?? this.#host.selected;
    try {
      const to = await walkGroups(this.#host, from, by);
      if (to !== null) this.#mark(to);
    } catch (error) {
      this.#host.say(error instanceof Error ? error.message : String(error));
    }
  }

  #outline() {
    const { lens, words } = this.#host;
    const hulls = !lens.view.hulls;
    this.#host.setView({ ...lens.view, hulls });
    this.#host.say(hulls ? words.help.hullsOn : words.help.hullsOff);
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

/** Whether a key goes to a field of text. */
const writes = (event: KeyboardEvent) =>
  event
    .composedPath()
    .some((target) => target instanceof HTMLInputElement && target.type === "text");
