// Dragging a node with the mouse or a finger.

import type { Scene, Stage } from "./scene";

const slack = 4; // pixels that a click may tremble

export interface Drag {
  /** Whether a node is being dragged now. */
  active(): boolean;
  /** Whether the last press was a drag: the click that ends it is not a click. */
  last(): boolean;
}

/** How many fingers touch the picture, 0 where it is a mouse. */
export const fingers = (event: MouseEvent | TouchEvent) =>
  "touches" in event ? event.touches.length : 0;

/** Lets nodes be dragged; dropped is told where one was put. */
export function attachDrag(sigma: Stage, scene: Scene, dropped: (node: string) => void): Drag {
  let node: string | null = null;
  let start = { x: 0, y: 0 };
  let moved = false;
  sigma.on("downNode", (press) => {
    node = press.node;
    start = { x: press.event.x, y: press.event.y };
    moved = false;
  });
  sigma.on("downStage", () => (moved = false));
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (fingers(event.original) > 1) node = null; // they zoom
    if (node === null) return;
    preventSigmaDefault(); // or the view would move too
    if (!moved && Math.hypot(event.x - start.x, event.y - start.y) < slack) return;
    moved = true;
    const { x, y } = sigma.viewportToGraph(event);
    scene.mergeNodeAttributes(node, { x, y });
  });
  const release = () => {
    const done = node;
    node = null;
    if (done !== null && moved) dropped(done);
  };
  sigma.on("upNode", release);
  sigma.on("upStage", release);
  return { active: () => node !== null && moved, last: () => moved };
}
