import type { Ink } from "./ink";
import type { Log, Region } from "./model";
import type { Scale } from "./scale";
import { steps } from "./steps";
import type { TaskRow } from "./told";

/** How high a task's bar is among others of its name, in pixels, and how many stand below one another at most. */
const pitch = 7;
const most = 40;

/** How high a level of regions is. */
export const regionHeight = 15;

/** How high the row of a name is: each task below the one before it, until there are too many. */
export const taskHeight = ({ tasks: { length } }: TaskRow) =>
  length > most ? 46 : Math.max(22, length * pitch + 9);

/** Tasks of one name, in the order in which they began: what goes on at once stands below one another, the rest are stairs. */
export function taskRow(
  c: CanvasRenderingContext2D,
  row: TaskRow,
  s: Scale,
  { y, height }: { y: number; height: number },
  ink: Ink,
): void {
  const { tasks } = row;
  if (tasks.length > most) {
    return steps(c, tasks, s, { y: y + height - 4, height: height - 8 }, ink.accent);
  }
  const high = tasks.length === 1 ? 13 : pitch - 1;
  tasks.forEach((task, i) => {
    if (task.end < s.window.from || task.start > s.window.to) return;
    const [from, to] = s.stretch(task.start, task.end);
    c.fillStyle = ink.accent;
    c.fillRect(from, y + 4 + i * pitch, Math.max(1.5, to - from), high);
    if (task.open) torn(c, to, y + 4 + i * pitch, high, ink);
  });
}

/** The regions of a lane, each level below the one around it. */
export function regionBars(
  c: CanvasRenderingContext2D,
  regions: readonly Region[],
  s: Scale,
  y: number,
  ink: Ink,
): void {
  c.font = `11px ${ink.font}`;
  const drawn: number[] = []; // how far each level's last pixel goes
  for (const { start, end, name, depth, open } of regions) {
    if (end < s.window.from || start > s.window.to) continue;
    const [from, to] = s.stretch(start, end);
    const width = Math.max(1, to - from);
    if (from + width <= (drawn[depth] ?? -1)) continue; // this pixel shows one already
    drawn[depth] = Math.ceil(from + width);
    const top = y + depth * regionHeight;
    c.fillStyle = ink.accent;
    c.globalAlpha = 0.22;
    c.fillRect(from, top, width, regionHeight - 2);
    c.globalAlpha = 1;
    c.fillRect(from, top, Math.min(1.5, width), regionHeight - 2);
    if (open) torn(c, to, top, regionHeight - 2, ink);
    if (width < 24 || c.measureText(name).width > width - 8) continue;
    c.fillStyle = ink.text;
    c.fillText(name, from + 5, top + regionHeight / 2 - 0.5);
  }
}

/** Messages to the trace, as points on their lane. */
export function logPoints(
  c: CanvasRenderingContext2D,
  logs: readonly Log[],
  s: Scale,
  y: number,
  ink: Ink,
): void {
  let drawn = -1;
  for (const { at } of logs) {
    if (at < s.window.from || at > s.window.to) continue;
    const x = s.x(at);
    if (x - drawn < 1) continue;
    drawn = x;
    c.beginPath();
    c.moveTo(x, y);
    c.lineTo(x + 4, y + 4);
    c.lineTo(x, y + 8);
    c.lineTo(x - 4, y + 4);
    c.closePath();
    c.fillStyle = ink.text;
    c.fill();
    c.strokeStyle = ink.ground;
    c.lineWidth = 1;
    c.stroke();
  }
}

/** An end that was never heard of is no straight edge. */
function torn(c: CanvasRenderingContext2D, x: number, y: number, height: number, ink: Ink): void {
  c.fillStyle = ink.ground;
  for (let at = y; at < y + height; at += 4) {
    c.beginPath();
    c.moveTo(x + 0.5, at);
    c.lineTo(x - 3, at + 2);
    c.lineTo(x + 0.5, at + 4);
    c.fill();
  }
}
