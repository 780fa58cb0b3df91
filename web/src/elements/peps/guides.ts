// What places mean in a layout: years, layers, rings, groups, drawn thin below
// the PEPs.

import { overlap, type Rect } from "./labels";
import type { Look } from "./look";
import type { Layout } from "./plan";

/** A guide in pixels of the picture, its label in words. */
export interface DrawnGuide {
  label: string;
  rect: Rect;
}

const size = 11;

/** Columns, rows, rings or discs, as the layout has them; labels where they have room. */
export function drawGuides(
  context: CanvasRenderingContext2D,
  layout: Layout,
  guides: readonly DrawnGuide[],
  look: Look,
): void {
  context.save();
  context.strokeStyle = look.muted;
  context.lineWidth = 1;
  context.globalAlpha = 0.25;
  context.setLineDash([]);
  for (const { rect } of guides) outline(context, layout, rect);
  context.globalAlpha = 1;
  context.font = `400 ${size}px ${look.font}`;
  context.fillStyle = look.muted;
  context.textBaseline = "alphabetic";
  const taken: Rect[] = [];
  for (const guide of guides) label(context, layout, guide, taken);
  context.restore();
}

function outline(context: CanvasRenderingContext2D, layout: Layout, rect: Rect) {
  const { left, right, top, bottom } = rect;
  context.beginPath();
  if (layout === "timeline") {
    context.moveTo(left, top);
    context.lineTo(left, bottom);
  } else if (layout === "layers") {
    context.moveTo(left, bottom);
    context.lineTo(right, bottom);
  } else {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    context.ellipse(x, y, (right - left) / 2, (bottom - top) / 2, 0, 0, 2 * Math.PI);
  }
  context.stroke();
}

function label(
  context: CanvasRenderingContext2D,
  layout: Layout,
  { label: text, rect }: DrawnGuide,
  taken: Rect[],
) {
  if (text === "") return;
  const width = context.measureText(text).width;
  const x =
    layout === "timeline" || layout === "layers"
      ? Math.max(rect.left + 3, 3)
      : (rect.left + rect.right - width) / 2;
  const y = layout === "layers" ? rect.bottom - 3 : rect.top - 3;
  const box = { left: x - 2, right: x + width + 4, top: y - size, bottom: y + 3 };
  if (taken.some((other) => overlap(box, other))) return;
  taken.push(box);
  context.fillText(text, x, y);
}
