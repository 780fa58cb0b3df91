import type { Ink } from "./ink";
import type { Message, Wakeup } from "./model";
import type { Scale } from "./scale";

/** Where a lane's row has its middle; undefined where it has none, as in a closed group out of view. */
export type Middle = (lane: string) => number | undefined;

/** More arrows than this are a grey mass: then the picture says how many there are instead. */
export const mostArrows = 600;

/** More messages than this in view are drawn fainter, or nothing would be seen below them. */
const many = 60;

/** Who woke whom. Gives how many are in view: none is drawn where there are too many. */
export function wakeArrows(
  c: CanvasRenderingContext2D,
  wakeups: readonly Wakeup[],
  s: Scale,
  middle: Middle,
  ink: Ink,
): number {
  const { from, to } = s.window;
  const seen = wakeups.filter(({ at, from: by }) => by !== "" && at >= from && at <= to);
  if (seen.length > mostArrows) return seen.length;
  c.strokeStyle = c.fillStyle = ink.text;
  c.lineWidth = 1;
  c.globalAlpha = seen.length > 60 ? 0.35 : 0.7;
  for (const { at, from: by, to: whom } of seen) {
    const [y0, y1] = [middle(by), middle(whom)];
    if (y0 === undefined || y1 === undefined || y0 === y1) continue;
    const x = s.x(at);
    arrow(c, x, y0, x, y1 - Math.sign(y1 - y0) * 4);
  }
  c.globalAlpha = 1;
  return seen.length;
}

/** Messages through pipes: from who sent to who received, with their bytes where there is room. */
export function messageArrows(
  c: CanvasRenderingContext2D,
  messages: readonly Message[],
  s: Scale,
  middle: Middle,
  ink: Ink,
  bytes: (count: number) => string,
): void {
  const endOf = (m: Message) => (m.to ? m.received : m.sent);
  const seen = messages.filter((m) => endOf(m) >= s.window.from && m.sent <= s.window.to);
  const faint = seen.length > many;
  let free = -Infinity; // texts do not lie on one another
  for (const m of seen) {
    const end = endOf(m);
    const [y0, y1] = [middle(m.from), m.to ? middle(m.to) : undefined];
    if (y0 === undefined) continue;
    const [x0, x1] = [s.x(m.sent), s.x(end)];
    c.strokeStyle = c.fillStyle = ink.accent;
    c.lineWidth = faint ? 1 : 1.5;
    c.globalAlpha = faint ? Math.max(0.12, (0.8 * many) / seen.length) : 1;
    if (y1 === undefined) dot(c, x0, y0);
    else arrow(c, x0, y0, x1, y1);
    c.globalAlpha = 1;
    const text = bytes(m.bytes);
    if (y1 === undefined || x0 < free || x0 < s.left) continue;
    plate(c, text, x0 + 4, (y0 + y1) / 2, ink);
    free = x0 + c.measureText(text).width + 16;
  }
}

function arrow(c: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  c.beginPath();
  c.moveTo(x0, y0);
  c.lineTo(x1, y1);
  c.stroke();
  const angle = Math.atan2(y1 - y0, x1 - x0);
  c.beginPath();
  c.moveTo(x1, y1);
  for (const turn of [2.7, -2.7]) {
    c.lineTo(x1 + 6 * Math.cos(angle + turn), y1 + 6 * Math.sin(angle + turn));
  }
  c.fill();
  dot(c, x0, y0);
}

function dot(c: CanvasRenderingContext2D, x: number, y: number): void {
  c.beginPath();
  c.arc(x, y, 2, 0, Math.PI * 2);
  c.fill();
}

function plate(c: CanvasRenderingContext2D, text: string, x: number, y: number, ink: Ink): void {
  c.font = `11px ${ink.font}`;
  c.fillStyle = ink.ground;
  c.globalAlpha = 0.9;
  c.fillRect(x, y - 7, c.measureText(text).width + 6, 14);
  c.globalAlpha = 1;
  c.fillStyle = ink.accent;
  c.fillText(text, x + 3, y);
}
