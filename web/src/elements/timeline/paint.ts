import { spanAt, type Lane, type Model, type Span, type State } from "./model";
import type { Row } from "./rows";
import { momentText, ticks, type TimeWindow } from "./window";

/** Colours of the page, as a canvas takes them. */
export interface Ink {
  ground: string;
  text: string;
  muted: string;
  line: string;
  accent: string;
  states: Record<State, string>;
  font: string;
}

export interface Scene {
  model: Model;
  rows: Row[];
  window: TimeWindow;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** How far the rows are scrolled. */
  top: number;
  at: number | null;
  picked: { lane: string; span: Span | undefined } | null;
  language: string;
  headOf(row: Row): string;
}

export const rowHeight = 22;
export const axisHeight = 20;
/** Room for names at the left. */
export const labelWidth = (width: number) => Math.min(190, Math.max(90, width * 0.24));

/** Where a state's bar begins in its row and how high it is: running stands out without any colour. */
const heights: Record<State, [number, number]> = {
  running: [0, 1],
  runnable: [0.25, 0.5],
  blocked: [0.25, 0.5],
  sleeping: [0.4, 0.2],
  done: [0, 0],
};

const barHeight = rowHeight - 6;

/** The whole picture. What is narrower than a pixel still gets one: nothing is left out. */
export function paint(c: CanvasRenderingContext2D, s: Scene, ink: Ink): void {
  c.fillStyle = ink.ground;
  c.fillRect(0, 0, s.width, s.height);
  c.font = `12px ${ink.font}`;
  c.textBaseline = "middle";
  const left = labelWidth(s.width);
  const x = (ms: number) =>
    left + ((ms - s.window.from) / (s.window.to - s.window.from)) * (s.width - left);
  c.save();
  c.beginPath();
  c.rect(0, axisHeight, s.width, s.height - axisHeight);
  c.clip();
  collections(c, s, ink, x, left);
  const first = Math.max(0, Math.floor(s.top / rowHeight));
  const last = Math.min(s.rows.length, Math.ceil((s.top + s.height) / rowHeight) + 1);
  for (let i = first; i < last; i++) {
    const y = axisHeight + i * rowHeight - s.top;
    const row = s.rows[i] as Row;
    bars(c, lanesOf(row), s.window, { x, y: y + 3, left, width: s.width, ink });
    label(c, s, row, y, left, ink);
  }
  moment(c, s, ink, x, left);
  c.restore();
  axis(c, s, ink, x, left);
}

function lanesOf(row: Row): Lane[] {
  if ("lane" in row) return [row.lane];
  return row.closed ? row.group.lanes : [];
}

interface Place {
  x(ms: number): number;
  y: number;
  left: number;
  width: number;
  ink: Ink;
}

/** Of what falls into one pixel the state that is drawn highest is seen. */
const order: State[] = ["sleeping", "blocked", "runnable", "running"];

function bars(c: CanvasRenderingContext2D, lanes: Lane[], w: TimeWindow, p: Place): void {
  for (const state of order) {
    const [from, height] = heights[state];
    const [y, h] = [p.y + from * barHeight, height * barHeight];
    for (const { spans } of lanes) {
      let drawn = -1;
      for (let i = Math.max(0, spanAt(spans, w.from)); i < spans.length; i++) {
        const span = spans[i] as Span;
        if (span.start > w.to) break;
        if (span.state !== state || span.end < w.from) continue;
        const start = Math.max(p.left, p.x(span.start));
        const end = Math.max(start + 1, Math.min(p.width, p.x(span.end)));
        if (end <= drawn) continue; // this pixel has been drawn
        drawn = Math.ceil(start);
        bar(c, state, start, y, end - start, h, p.ink);
      }
    }
  }
}

function bar(
  c: CanvasRenderingContext2D,
  state: State,
  x: number,
  y: number,
  w: number,
  h: number,
  ink: Ink,
): void {
  c.fillStyle = ink.states[state];
  c.fillRect(x, y, w, h);
  if (w < 4 || state === "running") return;
  c.save();
  c.beginPath();
  c.rect(x, y, w, h);
  c.clip();
  c.strokeStyle = c.fillStyle = ink.ground;
  c.lineWidth = 1.6;
  c.beginPath();
  const begin = Math.floor(x / 8) * 8; // a pattern does not move with its bar
  for (let i = begin; i < x + w + h; i += state === "sleeping" ? 8 : 6) {
    if (state === "blocked") {
      c.moveTo(i, y);
      c.lineTo(i - h, y + h);
    } else if (state === "sleeping") {
      c.rect(i, y, 3, h);
    } else {
      c.rect(i, y + h / 2 - 1, 2, 2);
    }
  }
  if (state === "blocked") c.stroke();
  else c.fill();
  c.restore();
}

function label(
  c: CanvasRenderingContext2D,
  s: Scene,
  row: Row,
  y: number,
  left: number,
  ink: Ink,
): void {
  const chosen = "lane" in row && s.picked?.lane === row.lane.id;
  c.fillStyle = ink.ground;
  c.fillRect(0, y, left, rowHeight);
  c.strokeStyle = ink.line;
  c.lineWidth = 1;
  c.strokeRect(-1, y - 0.5, s.width + 2, rowHeight);
  c.fillStyle = chosen ? ink.accent : "group" in row ? ink.muted : ink.text;
  c.fillText(cut(c, s.headOf(row), left - 14), chosen ? 8 : 4, y + rowHeight / 2);
  if (chosen) c.fillRect(0, y, 3, rowHeight);
}

/** As much of a text as fits. */
export function cut(c: Pick<CanvasRenderingContext2D, "measureText">, text: string, room: number) {
  if (c.measureText(text).width <= room) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (c.measureText(letters.slice(0, middle).join("") + "…").width <= room) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("") + "…";
}

function collections(
  c: CanvasRenderingContext2D,
  s: Scene,
  ink: Ink,
  x: (ms: number) => number,
  left: number,
): void {
  c.fillStyle = ink.line;
  for (const { start, end } of s.model.collections ?? []) {
    const from = Math.max(left, x(start));
    const to = Math.min(s.width, Math.max(from + 1, x(end)));
    if (to > left && from < s.width) c.fillRect(from, axisHeight, to - from, s.height);
  }
}

/** The moment looked at, and the outline of what was picked. */
function moment(
  c: CanvasRenderingContext2D,
  s: Scene,
  ink: Ink,
  x: (ms: number) => number,
  left: number,
): void {
  c.strokeStyle = ink.text;
  c.lineWidth = 2;
  const span = s.picked?.span;
  const row = s.rows.findIndex((r) => "lane" in r && r.lane.id === s.picked?.lane);
  if (span && row >= 0) {
    const [from, to] = [Math.max(left, x(span.start)), Math.min(s.width - 1, x(span.end))];
    const y = axisHeight + row * rowHeight - s.top;
    if (to >= left) c.strokeRect(from, y + 2, Math.max(2, to - from), rowHeight - 4);
  }
  if (s.at === null || x(s.at) < left) return;
  c.lineWidth = 1.5;
  c.beginPath();
  c.moveTo(x(s.at), axisHeight);
  c.lineTo(x(s.at), s.height);
  c.stroke();
}

function axis(
  c: CanvasRenderingContext2D,
  s: Scene,
  ink: Ink,
  x: (ms: number) => number,
  left: number,
): void {
  c.fillStyle = ink.ground;
  c.fillRect(0, 0, s.width, axisHeight);
  c.strokeStyle = ink.line;
  c.lineWidth = 1;
  c.strokeRect(-1, -1, s.width + 2, axisHeight + 0.5);
  c.fillStyle = ink.muted;
  for (const ms of ticks(s.window, (s.width - left) / 90)) {
    c.fillRect(x(ms), axisHeight - 5, 1, 5);
    const text = momentText(ms, s.window, s.language);
    const width = c.measureText(text).width;
    if (x(ms) + width + 3 <= s.width) c.fillText(text, x(ms) + 3, axisHeight / 2 - 1);
  }
}
