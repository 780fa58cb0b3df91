// Dragging a node with the mouse or a finger.

import type { Scene, Stage } from "./scene";

const slack = 4; // pixels that a click may tremble

/**
 * Lets nodes be dragged. The function it returns tells whether the last press
 * was a drag, so that the click that ends it is not taken for one.
 */
export function attachDrag(sigma: Stage, scene: Scene): () => boolean {
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
    if (node === null) return;
    preventSigmaDefault(); // or the view would move too
    if (!moved && Math.hypot(event.x - start.x, event.y - start.y) < slack) return;
    moved = true;
    const { x, y } = sigma.viewportToGraph(event);
    scene.mergeNodeAttributes(node, { x, y });
  });
  const release = () => (node = null);
  sigma.on("upNode", release);
  sigma.on("upStage", release);
  return () => moved;
}
