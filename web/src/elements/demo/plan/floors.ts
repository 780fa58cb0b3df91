// Where things stand in the picture of a plan: floors one above the other, in the plan's own unit.

import type { Place } from "../../../machine/index";
import type { Plan } from "./model";

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** How many times the room left of the plan for a floor's name, and that between two floors, go into its width. */
const margins = 16;
const gaps = 50;

export interface Layout {
  width: number;
  height: number;
  /** The size of names, and the unit for patterns and lines. */
  letter: number;
  boxes: Box[];
  /** Where each floor's name stands: at the middle of its height. */
  floors: { name: string; x: number; y: number }[];
}

export function layout({ floors, places }: Plan): Layout {
  const right = Math.max(1, ...places.map(([, x, , w]) => x + w));
  const heights = floors.map((_, floor) => heightOf(places, floor));
  const tops: number[] = [];
  let top = 0;
  for (const height of heights) {
    tops.push(top);
    top += height + right / gaps;
  }
  const at = ([floor, x, y, w, h]: Place): Box => ({
    x: right / margins + x,
    y: (tops[floor] ?? 0) + y,
    w,
    h,
  });
  return {
    width: right + right / margins,
    height: Math.max(1, top - right / gaps),
    letter: right / 28,
    boxes: places.map(at),
    floors: floors.map((name, i) => ({ name, x: 0, y: (tops[i] ?? 0) + (heights[i] ?? 0) / 2 })),
  };
}

const heightOf = (places: Place[], floor: number) =>
  Math.max(0, ...places.map(([on, , y, , h]) => (on === floor ? y + h : 0)));

export const middle = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 });

/** The line along which two boxes touch, or between their middles where they do not. */
export function border(a: Box, b: Box): [x1: number, y1: number, x2: number, y2: number] {
  const left = Math.max(a.x, b.x);
  const right = Math.min(a.x + a.w, b.x + b.w);
  const top = Math.max(a.y, b.y);
  const bottom = Math.min(a.y + a.h, b.y + b.h);
  if (right >= left && bottom >= top) return [left, top, right, bottom];
  const [p, q] = [middle(a), middle(b)];
  return [p.x, p.y, q.x, q.y];
}

/** Slanted lines that fill a box, as a path; no line for a box that would take very many. */
export function hatch({ x, y, w, h }: Box, distance: number): string {
  if (!((w + h) / distance < 200)) return "";
  let path = "";
  for (let c = distance; c < w + h; c += distance) {
    const [from, to] = [Math.max(0, c - h), Math.min(w, c)];
    path += `M${fixed(x + from)} ${fixed(y + c - from)}L${fixed(x + to)} ${fixed(y + c - to)}`;
  }
  return path;
}

/** Short lines without length in rows, which round caps make into dots. */
export function dots({ x, y, w, h }: Box, distance: number): string {
  if (!((w / distance) * (h / distance) < 1000)) return "";
  let path = "";
  for (let dy = distance / 2; dy < h; dy += distance) {
    for (let dx = distance / 2; dx < w; dx += distance) {
      path += `M${fixed(x + dx)} ${fixed(y + dy)}h0`;
    }
  }
  return path;
}

/** The size at which a name fits its box. Wide characters are as wide as high. */
export function fitting(name: string, width: number, letter: number): number {
  const ems = [...name].reduce((sum, c) => sum + (c > "\u2e7f" ? 1 : 0.58), 0);
  return Math.min(letter, (width * 0.94) / Math.max(1, ems));
}

export const fixed = (n: number) => Number(n.toFixed(2));
