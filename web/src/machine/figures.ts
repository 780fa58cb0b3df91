import { isBytes, isRecord, isText } from "./check";

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

const maxLine = 4096;
const maxFigures = 1000;
const newline = 10;

/**
 * Reads JSON lines as a program writes them to its figures file. The program
 * is hostile: lines that are no figure are dropped, long ones without being
 * kept, and after maxFigures all of them.
 */
export class FigureLines {
  #line: number[] = [];
  #tooLong = false;
  #count = 0;

  /** The figures that these bytes complete. */
  push(bytes: Uint8Array): Figure[] {
    const found: Figure[] = [];
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

  #finish(found: Figure[]): void {
    const figure = this.#tooLong ? undefined : parse(this.#line);
    this.#line = [];
    this.#tooLong = false;
    if (figure && this.#count++ < maxFigures) found.push(figure);
  }
}

function parse(line: number[]): Figure | undefined {
  try {
    return toFigure(JSON.parse(new TextDecoder().decode(new Uint8Array(line))));
  } catch {
    return undefined; // not JSON: not a figure
  }
}
