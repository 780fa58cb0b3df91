// Hulls about communities, with their names.

import { overlap, write, type Rect } from "./labels";
import type { Look } from "./look";

export interface Point {
  x: number;
  y: number;
}

/** The convex hull of some points, by Andrew's monotone chain (1979). */
export function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a: Point, b: Point, c: Point) =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

export interface Group {
  name: string;
  colour: string;
  points: readonly Point[];
}

const room = 10; // pixels about the outermost PEPs

export function drawHulls(context: CanvasRenderingContext2D, groups: readonly Group[]): void {
  context.save();
  context.lineJoin = "round";
  context.setLineDash([]);
  for (const { points, colour } of groups) {
    context.beginPath();
    for (const { x, y } of hull(points)) context.lineTo(x, y);
    context.closePath();
    context.strokeStyle = context.fillStyle = colour;
    context.globalAlpha = 0.06;
    context.lineWidth = 2 * room;
    context.stroke();
    context.fill();
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    context.stroke();
  }
  context.restore();
}

/** Writes the names in the middle of their PEPs, where no other stands; gives the room they take. */
export function drawHullNames(
  context: CanvasRenderingContext2D,
  groups: readonly Group[],
  look: Look,
): Rect[] {
  const taken: Rect[] = [];
  context.textBaseline = "middle";
  const font = `600 12px ${look.font}`;
  for (const { points, name } of groups) {
    context.font = font;
    const width = context.measureText(name).width;
    const x = mean(points.map((point) => point.x)) - width / 2;
    const y = mean(points.map((point) => point.y));
    const rect = { left: x - 4, right: x + width + 4, top: y - 9, bottom: y + 9 };
    if (taken.some((other) => overlap(rect, other))) continue;
    taken.push(rect);
    write(context, font, name, x, y, look.accent, look.background);
  }
  return taken;
}

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
