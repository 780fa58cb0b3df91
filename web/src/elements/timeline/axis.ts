import type { Ink } from "./ink";
import { momentText, ticks } from "./window";
import type { Scale } from "./scale";

export const axisHeight = 22;

/** The axis stands above the rows, whatever of them is scrolled into view. */
export function axis(
  c: CanvasRenderingContext2D,
  s: Scale,
  ink: Ink,
  view: { width: number; at: number | null; language: string },
): void {
  c.fillStyle = ink.ground;
  c.fillRect(0, 0, view.width, axisHeight);
  c.fillStyle = ink.line;
  c.fillRect(0, axisHeight - 1, view.width, 1);
  c.font = `11px ${ink.font}`;
  for (const ms of ticks(s.window, (s.right - s.left) / 90)) {
    c.fillStyle = ink.muted;
    c.fillRect(Math.round(s.x(ms)), axisHeight - 6, 1, 5);
    const text = momentText(ms, s.window, view.language);
    if (s.x(ms) + c.measureText(text).width + 3 <= s.right) {
      c.fillText(text, s.x(ms) + 3, axisHeight / 2 - 1);
    }
  }
  if (view.at !== null && s.x(view.at) >= s.left) flag(c, s, ink, view.at, view.language);
}

/** The lines of the axis go on behind the rows. */
export function grid(c: CanvasRenderingContext2D, s: Scale, ink: Ink, height: number): void {
  c.fillStyle = ink.line;
  c.globalAlpha = 0.55;
  for (const ms of ticks(s.window, (s.right - s.left) / 90)) {
    c.fillRect(Math.round(s.x(ms)), axisHeight, 1, height);
  }
  c.globalAlpha = 1;
}

/** The moment looked at, told where its line begins. */
function flag(c: CanvasRenderingContext2D, s: Scale, ink: Ink, at: number, language: string): void {
  c.font = `600 11px ${ink.font}`;
  const finer = { from: s.window.from, to: s.window.from + (s.window.to - s.window.from) / 10 };
  const text = momentText(at, finer, language);
  const width = c.measureText(text).width + 10;
  const x = Math.min(s.right - width, Math.max(s.left, s.x(at) - width / 2));
  c.fillStyle = ink.text;
  c.beginPath();
  c.roundRect(x, 2, width, axisHeight - 5, 4);
  c.fill();
  c.fillStyle = ink.ground;
  c.fillText(text, x + 5, axisHeight / 2);
}
