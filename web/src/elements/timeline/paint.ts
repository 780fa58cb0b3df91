import { area, densityIn, type Densities } from "./areas";
import { mostArrows, messageArrows, wakeArrows } from "./arrows";
import { axis, axisHeight, grid } from "./axis";
import { bars } from "./bars";
import type { Ink } from "./ink";
import { label } from "./label";
import { endOf, type Lane, type Model, type Span } from "./model";
import type { Pixels } from "./pixels";
import { heightOf, rowHeight, rowIndexAt, type Column, type Row } from "./rows";
import { scaleOf, type Scale } from "./scale";
import { thingRow } from "./shared";
import type { Picked } from "./sight";
import { steps } from "./steps";
import { logPoints, regionBars, regionHeight, taskRow } from "./tasks";
import { Told } from "./told";
import type { TimeWindow } from "./window";

export interface Scene {
  model: Model;
  column: Column;
  window: TimeWindow;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** How far the rows are scrolled. */
  top: number;
  at: number | null;
  selection: TimeWindow | null;
  picked: Picked | null;
  arrows: boolean;
  shown(span: Span): boolean;
  /** What is lit of the spans; null while nothing is. */
  lit: ((span: Span) => boolean) | null;
  language: string;
  densities: Densities;
  pixels: Pixels;
  /** How many pixels of the screen one of the page has. */
  fine: number;
  /** What stands for a row at its left, and a lane's name where it holds a thing. */
  headOf(row: Row): string;
  nameOf(lane: string): string;
  bytes(count: number): string;
  tooMany(arrows: number): string;
  /** While the run goes on: what is said of a lane of which nothing has been heard for a while. */
  silent: string | null;
  /** What is said of a lane whose worker was ended from outside. */
  killed: string;
}

/** Silence shorter than this, in ms, is the way that news takes. */
const noticeable = 400;

/** Room for names at the left. */
export const labelWidth = (width: number) => Math.min(210, Math.max(92, width * 0.24));

/** The whole picture. What is narrower than a pixel shares one: nothing is left out. */
export function paint(c: CanvasRenderingContext2D, scene: Scene, ink: Ink): void {
  const s = scaleOf(scene.window, labelWidth(scene.width), scene.width);
  c.fillStyle = ink.ground;
  c.fillRect(0, 0, scene.width, scene.height);
  c.textBaseline = "middle";
  within(c, scene, { left: s.left, top: axisHeight }, () => {
    grid(c, s, ink, scene.height);
    selection(c, scene, s, ink);
    rows(c, scene, s, ink);
    overlay(c, scene, s, ink);
  });
  within(c, scene, { left: 0, top: axisHeight }, () =>
    eachRow(scene, (row, y) =>
      label(c, row, { y, left: s.left, width: scene.width }, ink, {
        text: scene.headOf(row),
        chosen: row.kind === "lane" && row.lane.id === scene.picked?.lane,
      }),
    ),
  );
  axis(c, s, ink, scene);
}

/** The bars of all rows lie over what else stands in them. */
function rows(c: CanvasRenderingContext2D, scene: Scene, s: Scale, ink: Ink): void {
  const { pixels, fine, width, height } = scene;
  const [left, top] = [Math.round(s.left * fine), Math.round(axisHeight * fine)];
  pixels.clear(
    Math.max(1, Math.round(width * fine) - left),
    Math.max(1, Math.round(height * fine) - top),
  );
  eachRow(scene, (row, y) => content(c, scene, row, y, s, ink));
  pixels.put(c, left, top);
}

function within(
  c: CanvasRenderingContext2D,
  { width, height }: Scene,
  from: { left: number; top: number },
  draw: () => void,
): void {
  c.save();
  c.beginPath();
  c.rect(from.left, from.top, width - from.left, height - from.top);
  c.clip();
  draw();
  c.restore();
}

function eachRow({ column, top, height }: Scene, draw: (row: Row, y: number) => void): void {
  const last = rowIndexAt(column, top + height - axisHeight);
  for (let i = rowIndexAt(column, top); i <= last; i++) {
    const row = column.rows[i];
    if (row) draw(row, axisHeight + (column.tops[i] ?? 0) - top);
  }
}

function content(
  c: CanvasRenderingContext2D,
  scene: Scene,
  row: Row,
  y: number,
  s: Scale,
  ink: Ink,
): void {
  const { shown, lit, pixels, fine } = scene;
  const height = (row.kind === "lane" ? rowHeight : heightOf(row)) - 6;
  const place = { y: (y + 3 - axisHeight) * fine, height: height * fine };
  if (row.kind === "lane") {
    collections(c, scene, row.lane, y, s, ink);
    silence(c, scene, row.lane, y, s, ink);
    const told = Told.of(scene.model);
    regionBars(c, told.regionsOf(row.lane.id), s, y + rowHeight - 1, ink);
    return bars(pixels, row.lane, s, { ...place, fine, ink, shown, lit });
  }
  if (row.kind === "thing") {
    return thingRow(c, row.thing, s, { y, height: height + 6 }, ink, scene.nameOf);
  }
  if (row.kind === "task") return taskRow(c, row.row, s, { y, height: height + 6 }, ink);
  if (row.kind !== "group" || !row.closed) return;
  if (row.regions.length > 0) {
    const base = { y: y + heightOf(row) - 3, height: regionHeight - 3 };
    steps(c, row.regions, s, base, ink.accent);
    place.height -= regionHeight * fine;
  }
  const { key, lanes } = row.group;
  const { from, to } = s.window;
  const density = scene.densities.get(key, [scene.model, from, to, pixels.width, shown], () =>
    densityIn(lanes, s.window, pixels.width, shown),
  );
  area(pixels, density, place, ink.tiles);
}

/** A worker that computes without a pause tells nothing: what is not known is not drawn as if it were. */
function silence(
  c: CanvasRenderingContext2D,
  { model, silent, killed }: Scene,
  lane: Lane,
  y: number,
  s: Scale,
  ink: Ink,
): void {
  const worker = model.workers?.find(({ id }) => id === lane.worker);
  if (!worker || typeof lane.died === "number") return;
  const end = endOf(model);
  if (worker.cut === "killed") return note(c, killed, s.x(worker.known), y, s, ink);
  if (silent === null || worker.ended || end - worker.known < noticeable) return;
  const [from, to] = s.stretch(worker.known, end);
  c.fillStyle = ink.raised;
  c.fillRect(from, y + 1, to - from, rowHeight - 3);
  c.font = `italic 11px ${ink.font}`;
  if (c.measureText(silent).width < to - from - 8) note(c, silent, from, y, s, ink);
}

/** Words in a lane, from a place on, where there is room for them. */
function note(
  c: CanvasRenderingContext2D,
  text: string,
  from: number,
  y: number,
  s: Scale,
  ink: Ink,
): void {
  c.font = `italic 11px ${ink.font}`;
  if (from < s.left || from + 8 + c.measureText(text).width > s.right) return;
  c.fillStyle = ink.muted;
  c.fillText(text, from + 6, y + rowHeight / 2);
}

/** The garbage collector at work in a lane's worker. */
function collections(
  c: CanvasRenderingContext2D,
  { model }: Scene,
  lane: Lane,
  y: number,
  s: Scale,
  ink: Ink,
): void {
  c.fillStyle = ink.muted;
  c.globalAlpha = 0.22;
  c.beginPath(); // what overlaps is one area
  for (const { worker, start, end } of model.collections ?? []) {
    if (worker !== lane.worker || end < s.window.from || start > s.window.to) continue;
    const [from, to] = s.stretch(start, end);
    c.rect(from, y, Math.max(1, to - from), rowHeight - 1);
  }
  c.fill();
  c.globalAlpha = 1;
}

function selection(c: CanvasRenderingContext2D, scene: Scene, s: Scale, ink: Ink): void {
  if (!scene.selection) return;
  const [from, to] = s.stretch(scene.selection.from, scene.selection.to);
  if (to <= from) return;
  c.fillStyle = ink.accent;
  c.globalAlpha = 0.14;
  c.fillRect(from, axisHeight, to - from, scene.height);
  c.globalAlpha = 1;
  c.fillRect(from, axisHeight, 1, scene.height);
  c.fillRect(to - 1, axisHeight, 1, scene.height);
}

/** What lies over the rows: arrows, the moment looked at, the outline of what was picked. */
function overlay(c: CanvasRenderingContext2D, scene: Scene, s: Scale, ink: Ink): void {
  const middles = middlesOf(scene);
  const { messages = [], wakeups } = scene.model;
  messageArrows(c, messages, s, (lane) => middles.get(lane), ink, scene.bytes);
  const { picked } = scene;
  const asked = scene.arrows
    ? wakeups
    : wakeups.filter(({ from, to }) => picked && (from === picked.lane || to === picked.lane));
  points(c, scene, s, ink);
  const count = wakeArrows(c, asked, s, (lane) => middles.get(lane), ink);
  if (count > mostArrows) corner(c, scene.tooMany(count), s, ink);
  outline(c, scene, s, middles, ink);
  if (scene.at === null) return;
  c.fillStyle = ink.text;
  c.fillRect(s.x(scene.at) - 0.75, axisHeight, 1.5, scene.height);
}

/** Messages to the trace lie over the bars. */
function points(c: CanvasRenderingContext2D, scene: Scene, s: Scale, ink: Ink): void {
  const told = Told.of(scene.model);
  eachRow(scene, (row, y) => {
    if (row.kind === "lane") logPoints(c, told.logsOf(row.lane.id), s, y + 7, ink);
    if (row.kind !== "group" || !row.closed) return;
    for (const { id } of row.group.lanes) logPoints(c, told.logsOf(id), s, y + 19, ink);
  });
}

/** The middles of the lanes that have rows, out of view too: an arrow may come from there. */
function middlesOf({ column, top }: Scene): Map<string, number> {
  const middles = new Map<string, number>();
  column.rows.forEach((row, i) => {
    const height = row.kind === "lane" ? rowHeight : heightOf(row);
    const y = axisHeight + (column.tops[i] ?? 0) - top + height / 2;
    if (row.kind === "lane") middles.set(row.lane.id, y);
    if (row.kind !== "group" || !row.closed) return;
    for (const { id } of row.group.lanes) middles.set(id, y);
  });
  return middles;
}

function outline(
  c: CanvasRenderingContext2D,
  { picked }: Scene,
  s: Scale,
  middles: Map<string, number>,
  ink: Ink,
): void {
  const y = picked ? middles.get(picked.lane) : undefined;
  if (!picked?.span || y === undefined) return;
  const [from, to] = s.stretch(picked.span.start, picked.span.end);
  if (to < from) return;
  c.strokeStyle = ink.text;
  c.lineWidth = 2;
  c.strokeRect(from, y - 9, Math.max(2, to - from), 18);
}

function corner(c: CanvasRenderingContext2D, text: string, s: Scale, ink: Ink): void {
  c.font = `12px ${ink.font}`;
  const width = c.measureText(text).width + 12;
  c.fillStyle = ink.raised;
  c.fillRect(s.right - width - 4, axisHeight + 4, width, 20);
  c.fillStyle = ink.text;
  c.fillText(text, s.right - width + 2, axisHeight + 14);
}
