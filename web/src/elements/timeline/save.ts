// The run in formats of others.

import { endOf, type Model } from "./model";

export const formats = ["trace", "perfetto", "png", "svg", "csv"] as const;
export type Format = (typeof formats)[number];

const fileNames: Record<Format, string> = {
  trace: "trace.out",
  perfetto: "trace.json",
  png: "timeline.png",
  svg: "timeline.svg",
  csv: "timeline.csv",
};

/** What a saved run is called: the traces of several workers come as an archive. */
export const fileName = (format: Format, model: Model) =>
  format === "trace" && (model.workers ?? []).length > 1 ? "trace.tar" : fileNames[format];

/** A run in a format; rejects with a sentence for one that there is not. */
export async function saved(
  format: string,
  run: { model: Model; bytes: Uint8Array<ArrayBuffer>[]; png(): Promise<Blob> },
): Promise<Blob> {
  switch (format as Format) {
    case "trace":
      return new Blob(run.bytes, { type: "application/octet-stream" });
    case "perfetto":
      return new Blob([perfetto(run.model)], { type: "application/json" });
    case "csv":
      return new Blob([csv(run.model)], { type: "text/csv" });
    case "svg":
      return new Blob([svg(run.model, endOf(run.model))], { type: "image/svg+xml" });
    case "png":
      return run.png();
  }
  throw new Error(`A timeline has no format ${format}; it has ${formats.join(", ")}.`);
}

/** One span a line, moments in milliseconds. */
export function csv(model: Model): string {
  const lines = ["lane,name,worker,start,end,state,reason,line"];
  for (const { id, name, worker, spans } of model.lanes) {
    for (const s of spans) {
      const cells = [id, name, worker, s.start, s.end, s.state, s.reason, s.line || ""];
      lines.push(cells.map((cell) => quoted(String(cell))).join(","));
    }
  }
  return lines.join("\r\n") + "\r\n";
}

/** A cell that spreadsheets take as text: quoted where it must be, and no formula. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The Trace Event Format of Chromium, which Perfetto reads; moments there are microseconds. */
export function perfetto(model: Model): string {
  const events: unknown[] = [];
  const number = new Map(model.lanes.map(({ id }, i) => [id, i + 1]));
  for (const worker of new Set(model.lanes.map((lane) => lane.worker))) {
    events.push(metadata("process_name", worker, 0, `worker ${worker}`));
  }
  for (const { id, name, worker, spans } of model.lanes) {
    const tid = number.get(id);
    events.push(metadata("thread_name", worker, tid, `${name} ${id}`));
    for (const s of spans) {
      if (s.state === "done") continue;
      const { reason, line } = s;
      const [ts, dur] = [s.start * 1000, (s.end - s.start) * 1000];
      const args = { reason, line };
      events.push({ ph: "X", name: s.state, cat: s.state, pid: worker, tid, ts, dur, args });
    }
  }
  return JSON.stringify({ traceEvents: events, displayTimeUnit: "ms" });
}

const metadata = (name: string, pid: number, tid: number | undefined, value: string) => ({
  ph: "M",
  name,
  pid,
  tid,
  args: { name: value },
});

const colours = {
  running: "#0072b2",
  runnable: "#b07600",
  blocked: "#c44500",
  sleeping: "#8467a8",
  done: "#76787a",
};
const heights = { running: 16, runnable: 8, blocked: 8, sleeping: 4, done: 0 };

/** The whole run as a picture of its own, with its reasons as titles. */
export function svg(model: Model, end: number): string {
  const width = 1000;
  const left = 200;
  const x = (ms: number) => (left + (ms / (end || 1)) * width).toFixed(2);
  const rows = model.lanes.map(({ id, name, spans }, i) => {
    const middle = 12 + i * 22;
    const bars = spans.map((s) => {
      const h = heights[s.state];
      if (!h) return "";
      const w = Math.max(0.5, Number(x(s.end)) - Number(x(s.start))).toFixed(2);
      const told = s.reason ? `${s.state}: ${s.reason}` : s.state;
      return `<rect x="${x(s.start)}" y="${middle - h / 2}" width="${w}" height="${h}" fill="${colours[s.state]}"><title>${escaped(told)}</title></rect>`;
    });
    return `<text x="4" y="${middle + 4}">${escaped(`${name} ${id}`)}</text>${bars.join("")}`;
  });
  const height = Math.max(1, model.lanes.length) * 22 + 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 4} ${height}" font-family="sans-serif" font-size="12">${rows.join("")}</svg>`;
}

const escaped = (text: string) =>
  text
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
