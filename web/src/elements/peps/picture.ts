// Between the element and the drawing: the drawing comes late, may never come
// (no WebGL), and is made again after a retry.

import { noInsets, type Insets } from "./camera";
import type { Drawing } from "./drawing";
import type { DrawingEvents } from "./gestures";
import type { Sight } from "./lens";
import type { Look } from "./look";
import type { Citations } from "./model";
import { Panes } from "./panes";
import type { Plan } from "./plan";
import type { Aim } from "./state";
import { painted } from "./turn";

export interface PictureEvents extends Omit<DrawingEvents, "onPoint"> {
  /** Another PEP is pointed at, or none. */
  onPoint(): void;
  /** The reader looks from elsewhere and has come to rest. */
  onAim(aim: Aim | null): void;
}

const rest = 300; // milliseconds without a movement

export class Picture {
  /** The PEP under the pointer or the keyboard's mark. */
  pointed: number | null = null;
  drawing: Drawing | null = null;

  #events: PictureEvents;
  #selected: readonly number[] | null = null; // null: nothing has been shown yet
  #insets: () => Insets = () => noInsets;
  #observer: ResizeObserver | null = null;
  #resting = 0;
  #turn = 0; // of maps that were to be drawn
  #aim: Aim | null = null; // where it was seen from last
  #panes: Promise<Panes | null> | null = null; // made, and not yet drawn on

  constructor(events: PictureEvents) {
    this.#events = events;
  }

  /** Makes ready what every map is drawn with, while its places are awaited. */
  prepare(): void {
    this.#panes ??= Panes.make();
    void import("./drawing").catch(() => {}); // told when it is drawn
  }

  /** Draws the map; false where the browser has no WebGL. */
  async draw(
    stage: HTMLElement,
    insets: () => Insets,
    citations: Citations,
    plan: Plan,
    sight: Sight,
    look: Look,
  ): Promise<boolean> {
    const making = this.#panes ?? Panes.make();
    this.#panes = null;
    this.end();
    const turn = ++this.#turn;
    const panes = await making;
    if (!panes) return false;
    const { Drawing } = await import("./drawing");
    const drawing = await Drawing.make(stage, panes, citations, plan, sight, look, {
      ...this.#events,
      onPoint: (number) => this.point(number),
      onMove: () => this.#moved(),
    });
    if (turn !== this.#turn) {
      drawing.kill(); // another map has taken its place
      return true;
    }
    this.drawing = drawing;
    Object.assign(stage.dataset, this.drawing.size); // what is really drawn, for tests
    this.#insets = insets;
    this.drawing.show(null, insets(), true);
    this.#observer = new ResizeObserver(() => this.#resized());
    this.#observer.observe(stage);
    return true;
  }

  end(): void {
    this.#turn++;
    this.#observer?.disconnect();
    clearTimeout(this.#resting);
    this.drawing?.kill();
    this.drawing = null;
    void this.#panes?.then((panes) => panes?.drop());
    this.#panes = null;
    this.pointed = null;
    this.#selected = null;
  }

  /** Stresses a new selection and brings the open PEP, its last, into sight. */
  select(numbers: readonly number[]): void {
    if (!this.drawing || numbers === this.#selected) return;
    const first = this.#selected === null;
    const same = this.#selected?.at(-1) === numbers.at(-1);
    this.#selected = numbers;
    if (first) this.#stress(true, true);
    else void painted().then(() => this.#selected === numbers && this.#stress(!same, false));
  }

  #stress(show: boolean, atOnce: boolean) {
    this.drawing?.emphasise(this.#selected!, this.pointed);
    if (show) this.drawing?.show(this.#open, this.#insets(), atOnce);
  }

  get #open(): number | null {
    return this.#selected?.at(-1) ?? null;
  }

  /** Keeps out of the way of what has opened over the picture, or closed. */
  makeRoom(atOnce = false): void {
    this.drawing?.show(this.#open, this.#insets(), atOnce);
  }

  #resized() {
    this.drawing?.resize(this.#open, this.#insets());
  }

  #moved() {
    this.#events.onMove();
    const aim = this.drawing?.view.aim ?? null;
    if (sameAim(aim, this.#aim)) return; // drawn again from the same place
    this.#aim = aim;
    this.#await();
  }

  /** A view that is still on its way is nobody's choice. */
  #await() {
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => {
      if (this.drawing?.view.moves) this.#await();
      else if (this.drawing) this.#events.onAim(this.drawing.view.aim);
    }, rest);
  }

  /** Shows PEPs as large as they can be, one alone with its neighbours; none is all. */
  frame(numbers: readonly number[]): void {
    const { drawing } = this;
    if (!drawing) return;
    if (numbers.length === 0) return drawing.view.fit();
    drawing.frame(numbers.length === 1 ? drawing.around(numbers[0]!) : numbers);
  }

  /** Stresses the PEP pointed at. */
  point(number: number | null): void {
    if (number === this.pointed) return;
    this.pointed = number;
    this.drawing?.emphasise(this.#selected ?? [], number);
    this.#events.onPoint();
  }

  /** Moves the details that float beside the PEP pointed at. */
  placeTip(tip: HTMLElement): void {
    if (this.pointed === null || !this.drawing) return;
    const { x, y, radius } = this.drawing.whereIs(this.pointed);
    const { clientWidth, clientHeight } = tip.parentElement!;
    const right = x + radius + 12 + tip.offsetWidth < clientWidth;
    const left = right ? x + radius + 12 : Math.max(x - radius - 12 - tip.offsetWidth, 4);
    const top = Math.min(Math.max(y - tip.offsetHeight - 8, 4), clientHeight - tip.offsetHeight);
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}

const sameAim = (a: Aim | null, b: Aim | null) =>
  a?.x === b?.x && a?.y === b?.y && a?.zoom === b?.zoom;
