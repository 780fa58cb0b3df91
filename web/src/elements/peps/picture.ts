// Between the element and the drawing: the drawing comes late, may never come
// (no WebGL), and is made again after a retry.

import { noInsets, type Insets } from "./camera";
import type { Drawing } from "./drawing";
import type { Sight } from "./lens";
import type { Look } from "./look";
import type { Citations } from "./model";
import type { Plan } from "./plan";

export interface PictureEvents {
  /** The reader picked a PEP, or none. */
  onPick(number: number | null): void;
  /** Another PEP is pointed at, or none. */
  onPoint(): void;
  /** The picture has been drawn anew: what is pinned to a PEP must follow. */
  onMove(): void;
}

export class Picture {
  /** The PEP under the pointer or the keyboard's mark. */
  pointed: number | null = null;
  drawing: Drawing | null = null;

  #events: PictureEvents;
  #selected: number | null | undefined; // undefined: nothing has been shown yet
  #insets: () => Insets = () => noInsets;
  #observer: ResizeObserver | null = null;

  constructor(events: PictureEvents) {
    this.#events = events;
  }

  /** Draws the map; false where the browser has no WebGL. */
  async draw(
    stage: HTMLElement,
    insets: () => Insets,
    citations: Citations,
    plan: Plan,
    sight: Sight,
    look: Look,
    caption: (isolated: number) => string,
  ): Promise<boolean> {
    this.end();
    if (!hasWebGL()) return false;
    const { Drawing } = await import("./drawing");
    this.drawing = new Drawing(stage, citations, plan, sight, look, {
      onPick: (number) => this.#events.onPick(number),
      onPoint: (number) => this.point(number),
      onMove: () => this.#events.onMove(),
    });
    this.drawing.setCaption(caption);
    Object.assign(stage.dataset, this.drawing.size); // what is really drawn, for tests
    this.#insets = insets;
    this.#observer = new ResizeObserver(() => this.#resized());
    this.#observer.observe(stage);
    return true;
  }

  end(): void {
    this.#observer?.disconnect();
    this.drawing?.kill();
    this.drawing = null;
    this.pointed = null;
    this.#selected = undefined;
  }

  /** Stresses a new selection and brings it into sight. */
  select(number: number | null): void {
    if (!this.drawing || number === this.#selected) return;
    const first = this.#selected === undefined;
    this.#selected = number;
    this.drawing.emphasise(number, this.pointed);
    this.drawing.show(number, this.#insets(), first);
  }

  /** Keeps out of the way of what has opened over the picture, or closed. */
  makeRoom(): void {
    this.drawing?.show(this.#selected ?? null, this.#insets());
  }

  #resized() {
    this.drawing?.resize(this.#selected ?? null, this.#insets());
  }

  /** Stresses the PEP pointed at. */
  point(number: number | null): void {
    if (number === this.pointed) return;
    this.pointed = number;
    this.drawing?.emphasise(this.#selected ?? null, number);
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

function hasWebGL(): boolean {
  if (typeof WebGL2RenderingContext === "undefined") return false;
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext(); // it was a question, not a use
  return gl !== null;
}
