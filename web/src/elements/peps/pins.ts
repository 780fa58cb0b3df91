// The PEPs that the reader has put somewhere, marked on the picture.

import type { Disc } from "./arrows";

/** Draws a pin's head at a disc's upper right. */
export function drawPin(
  context: CanvasRenderingContext2D,
  disc: Disc,
  ink: string,
  ground: string,
) {
  const reach = disc.radius * 0.75 + 2;
  context.beginPath();
  context.arc(disc.x + reach, disc.y - reach, 3, 0, 2 * Math.PI);
  context.setLineDash([]);
  context.lineWidth = 2;
  context.strokeStyle = ground;
  context.stroke();
  context.fillStyle = ink;
  context.fill();
}
