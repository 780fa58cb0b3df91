// Selecting PEPs in an area: the rectangle that a drag with Shift draws.

import { fingers } from "./drag";
import type { Rect } from "./labels";
import type { Stage } from "./scene";

export interface AreaEvents {
  /** Whether a drag on free ground means an area even without Shift. */
  wanted(): boolean;
  onArea(rect: Rect): void;
}

export interface Area {
  /** The rectangle that is being drawn, in pixels. */
  rect(): Rect | null;
  /** Whether the last press drew an area: the click that ends it is not a click. */
  last(): boolean;
}

const slack = 4; // pixels that a click may tremble

export function attachArea(sigma: Stage, events: AreaEvents): Area {
  let start: { x: number; y: number } | null = null;
  let rect: Rect | null = null;
  let last = false;
  sigma.on("downStage", ({ event }) => {
    last = false;
    start = shifted(event.original) || events.wanted() ? { x: event.x, y: event.y } : null;
  });
  sigma.on("downNode", () => (last = false));
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (fingers(event.original) > 1) start = null; // they zoom
    if (!start) return;
    preventSigmaDefault(); // or the view would move too
    if (!rect && Math.hypot(event.x - start.x, event.y - start.y) < slack) return;
    rect = between(start, event);
    last = true;
    sigma.scheduleRender();
  });
  const release = () => {
    const done = rect;
    start = rect = null;
    if (done) events.onArea(done);
    if (done) sigma.scheduleRender();
  };
  sigma.on("upNode", release);
  sigma.on("upStage", release);
  return { rect: () => rect, last: () => last };
}

export const shifted = (event: MouseEvent | TouchEvent) => event.shiftKey;

const between = (a: { x: number; y: number }, b: { x: number; y: number }): Rect => ({
  left: Math.min(a.x, b.x),
  right: Math.max(a.x, b.x),
  top: Math.min(a.y, b.y),
  bottom: Math.max(a.y, b.y),
});

export function drawArea(context: CanvasRenderingContext2D, rect: Rect, ink: string) {
  const size = [rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top] as const;
  context.save();
  context.globalAlpha = 0.1;
  context.fillStyle = ink;
  context.fillRect(...size);
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.setLineDash([4, 3]);
  context.lineWidth = 1;
  context.strokeRect(...size);
  context.restore();
}
