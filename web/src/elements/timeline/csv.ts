import type { Model } from "./model";

/** One span a line, moments in milliseconds; then what the program told of itself. */
export function csv(model: Model): string {
  const lines = ["lane,name,worker,start,end,state,reason,line"];
  const lanes = new Map(model.lanes.map((lane) => [lane.id, lane]));
  const note = (
    kind: string,
    lane: string,
    start: number,
    end: number,
    text: string,
    line: number,
  ) => {
    const { name = "", worker: of = "" } = lanes.get(lane) ?? {};
    const cells = [lane, name, of, start, end, kind, text, line || ""];
    lines.push(cells.map((cell) => quoted(String(cell))).join(","));
  };
  for (const { id, name, worker, spans } of model.lanes) {
    for (const s of spans) {
      const cells = [id, name, worker, s.start, s.end, s.state, s.reason, s.line || ""];
      lines.push(cells.map((cell) => quoted(String(cell))).join(","));
    }
  }
  for (const t of model.tasks ?? []) note("task", t.lane, t.start, t.end, t.name, t.line);
  for (const r of model.regions ?? []) note("region", r.lane, r.start, r.end, r.name, r.line);
  for (const l of model.logs ?? []) {
    note("log", l.lane, l.at, l.at, l.category ? `${l.category}: ${l.message}` : l.message, l.line);
  }
  return lines.join("\r\n") + "\r\n";
}

/** A cell that spreadsheets take as text: quoted where it must be, and no formula. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
