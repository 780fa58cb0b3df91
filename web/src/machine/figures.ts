import { isBytes, isRecord, isText } from "./check";
import { toDrawing, type Drawing } from "./drawings";

/** One measured number that a program reports; key is stable, label is for people. */
export interface Figure {
  key: string;
  label: string;
  value: number;
  unit: string;
}

/** A figure if v is one, without any other members; otherwise undefined. */
export function toFigure(v: unknown): Figure | undefined {
  if (!isRecord(v)) return undefined;
  const { key, label, value, unit } = v;
  if (!isText(key, 100) || key === "" || !isText(label, 300) || !isText(unit, 30)) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  return { key, label, value, unit };
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
