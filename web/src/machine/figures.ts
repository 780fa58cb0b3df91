import { isBytes, isRecord, isText } from "./check";
import { toDrawing, type Drawing } from "./drawings";

/** One measured number that a program reports; key is stable, label is for people. */
export interface Figure {
  key: string;
  label: string;
  value: number;
  unit: string;
  /** What makes it a ribbon: a row for each thread, over a time of `value` seconds. */
  lanes?: Lane[];
}

/** One row of a ribbon: equal parts of the time, and a letter for what the thread did in each. */
export interface Lane {
  name: string;
  /** R running, r runnable, b blocked, s sleeping, d done or not begun. */
  states: string;
}

/** A figure if v is one, without any other members; otherwise undefined. */
export function toFigure(v: unknown): Figure | undefined {
  if (!isRecord(v)) return undefined;
  const { key, label, value, unit, lanes } = v;
  if (!isText(key, 100) || key === "" || !isText(label, 300) || !isText(unit, 30)) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  const figure = { key, label, value, unit };
  if (lanes === undefined) return figure;
  const rows = toLanes(lanes);
  return rows && value > 0 ? { ...figure, lanes: rows } : undefined;
}

const maxLanes = 12;
const states = /^[Rrbsd]{1,240}$/;

function toLanes(v: unknown): Lane[] | undefined {
  if (!Array.isArray(v) || v.length < 1 || v.length > maxLanes) return undefined;
  const rows: Lane[] = [];
  for (const row of v as unknown[]) {
    if (!isRecord(row) || !isText(row.name, 20) || !isText(row.states, 240)) return undefined;
    if (!states.test(row.states)) return undefined;
    rows.push({ name: row.name, states: row.states });
  }
  return rows;
}

/** What a line of the figures file says. */
export type Report = { type: "figure"; figure: Figure } | { type: "drawing"; drawing: Drawing };

const maxLine = 16_384; // a floor plan in one line
const maxReports = { figure: 1000, drawing: 4000 };
const newline = 10;

/**
 * Reads JSON lines as a program writes them to its figures file. The program
 * is hostile: lines that are no report are dropped, long ones without being
 * kept, and after maxReports all of a type.
 */
export class FigureLines {
  #line: number[] = [];
  #tooLong = false;
  readonly #count = { figure: 0, drawing: 0 };

  /** The reports that these bytes complete. */
  push(bytes: Uint8Array): Report[] {
    const found: Report[] = [];
    if (!isBytes(bytes)) return found;
    for (const byte of bytes) {
      if (byte !== newline) this.#append(byte);
      else this.#finish(found);
    }
    return found;
  }

  #append(byte: number): void {
    if (this.#line.length < maxLine) this.#line.push(byte);
    else this.#tooLong = true;
  }

  #finish(found: Report[]): void {
    const report = this.#tooLong ? undefined : parse(this.#line);
    this.#line = [];
    this.#tooLong = false;
    if (report && this.#count[report.type]++ < maxReports[report.type]) found.push(report);
  }
}

function parse(line: number[]): Report | undefined {
  try {
    return toReport(JSON.parse(new TextDecoder().decode(new Uint8Array(line))));
  } catch {
    return undefined; // not JSON: not a report
  }
}

/** A figure or a drawing if v is one, otherwise undefined. */
export function toReport(v: unknown): Report | undefined {
  const drawing = toDrawing(v);
  if (drawing) return { type: "drawing", drawing };
  const figure = toFigure(v);
  return figure && { type: "figure", figure };
}
