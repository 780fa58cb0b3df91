import type { Lane, Model } from "./model";
import { Told, type TaskRow } from "./told";

const colours = {
  running: "#0072b2",
  runnable: "#b07600",
  blocked: "#c44500",
  sleeping: "#8467a8",
  done: "#76787a",
};
const heights = { running: 16, runnable: 8, blocked: 8, sleeping: 4, done: 0 };

const width = 1000;
const left = 200;
const pitch = 22;
const regionPitch = 14;
const accent = "#0b6770";

/** The whole run as a picture of its own, with its reasons as titles. */
export function svg(model: Model, end: number): string {
  const x = (ms: number) => left + (ms / (end || 1)) * width;
  const told = Told.of(model);
  let y = 0;
  const rows = [
    ...told.rows.map((row) => [pitch, taskLine(row, x)] as const),
    ...model.lanes.map((lane) => {
      const high = pitch + told.levelsOf(lane.id) * regionPitch;
      return [high, laneLine(lane, told, x)] as const;
    }),
  ].map(([high, content]) => {
    const row = `<g transform="translate(0 ${y})">${content}</g>`;
    y += high;
    return row;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 4} ${Math.max(pitch, y) + 4}" font-family="sans-serif" font-size="12">${rows.join("")}</svg>`;
}

type X = (ms: number) => number;

function laneLine({ id, name, spans }: Lane, told: Told, x: X): string {
  const bars = spans.map(({ start, end, state, reason }) => {
    const h = heights[state];
    const said = reason ? `${state}: ${reason}` : state;
    return h ? bar(x(start), x(end), 12 - h / 2, h, colours[state], said) : "";
  });
  const regions = told.regionsOf(id).map((r) => {
    const top = pitch + r.depth * regionPitch;
    return bar(x(r.start), x(r.end), top, regionPitch - 2, accent, r.name, 0.3);
  });
  const logs = told.logsOf(id).map(({ at, category, message }) => {
    const said = category ? `${category}: ${message}` : message;
    return `<circle cx="${x(at).toFixed(2)}" cy="12" r="3">${title(said)}</circle>`;
  });
  return head(`${name} ${id}`) + [...bars, ...regions, ...logs].join("");
}

/** Tasks of one name; those that go on at once are faint, so that each can be seen. */
function taskLine({ name, tasks }: TaskRow, x: X): string {
  const bars = tasks.map(({ start, end }) => bar(x(start), x(end), 6, 12, accent, name, 0.4));
  return head(tasks.length > 1 ? `${name} × ${tasks.length}` : name) + bars.join("");
}

const head = (text: string) => `<text x="4" y="16">${escaped(text)}</text>`;
const title = (text: string) => `<title>${escaped(text)}</title>`;

function bar(
  from: number,
  to: number,
  y: number,
  height: number,
  fill: string,
  said: string,
  opacity = 1,
): string {
  const wide = Math.max(0.5, to - from).toFixed(2);
  const faint = opacity < 1 ? ` fill-opacity="${opacity}"` : "";
  return `<rect x="${from.toFixed(2)}" y="${y}" width="${wide}" height="${height}" fill="${fill}"${faint}>${title(said)}</rect>`;
}

const escaped = (text: string) =>
  text
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
