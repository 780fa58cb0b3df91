// Names on the map. Sigma's grid proposes them, these are drawn in the order
// of their importance, none over another.

import type { Disc } from "./arrows";
import type { Look } from "./look";

export interface LabelRequest extends Disc {
  number: string;
  title: string;
  rank: number; // higher goes first
  wantsTitle: boolean;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const size = 12;
const halo = 3.5;
const longest = 34;

/** Long titles are cut at a word. */
export function shorten(title: string, limit = longest): string {
  if (title.length <= limit) return title;
  const cut = title.slice(0, limit).replace(/\s+\S*$/, "");
  return `${cut}…`;
}

export const overlap = (a: Rect, b: Rect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Draws as many labels as fit; a title gives way before its number does. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  requests: LabelRequest[],
  look: Look,
  taken: Rect[] = [],
): void {
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const fonts = { number: `600 ${size}px ${look.font}`, title: `400 ${size}px ${look.font}` };
  const measure = (font: string, text: string) => {
    context.font = font;
    return context.measureText(text).width;
  };
  for (const request of [...requests].sort((a, b) => b.rank - a.rank)) {
    const number = measure(fonts.number, request.number);
    const text = request.wantsTitle ? ` ${shorten(request.title)}` : "";
    const title = text === "" ? 0 : measure(fonts.title, text);
    const left = request.x + request.radius + 4;
    const rect = (width: number) => ({
      left: left - 2,
      right: left + width + 4,
      top: request.y - size / 2 - 2,
      bottom: request.y + size / 2 + 2,
    });
    const free = (r: Rect) => !taken.some((other) => overlap(r, other));
    const whole = title > 0 && free(rect(number + title));
    if (!whole && !free(rect(number))) continue;
    taken.push(rect(whole ? number + title : number));
    write(context, fonts.number, request.number, left, request.y, look.text, look.background);
    if (whole)
      write(context, fonts.title, text, left + number, request.y, look.text, look.background);
  }
}

export function write(
  context: CanvasRenderingContext2D,
  font: string,
  text: string,
  x: number,
  y: number,
  colour: string,
  background: string,
) {
  context.font = font;
  context.strokeStyle = background;
  context.lineWidth = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** A line of small print above the tray of isolated PEPs, where there is room for it. */
export function drawCaption(
  context: CanvasRenderingContext2D,
  text: string,
  box: Rect,
  look: Look,
): void {
  context.font = `400 ${size - 1}px ${look.font}`;
  const width = context.measureText(text).width;
  if (box.bottom - box.top < size + 4 || width > box.right - box.left) return;
  const middle = (box.left + box.right) / 2;
  context.textBaseline = "alphabetic";
  write(context, context.font, text, middle - width / 2, box.top - 5, look.muted, look.background);
}
