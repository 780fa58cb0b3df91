import type { OutputEvent } from "./runner";

/** One line of output. */
export interface Line {
  /** Counts the lines of a run from 0. */
  id: number;
  stream: "stdout" | "stderr";
  /** When its first character came, in milliseconds since the start. */
  ms: number;
  text: string;
  /** How many characters past the longest line are not kept here. */
  cut: number;
}

export const firstLines = 500;
export const lastLines = 2000;
export const longestLine = 4000;

/**
 * The output of a run in lines, bounded whatever the program prints: the first
 * lines, the last ones, and how many lie between.
 */
export class ConsoleLines {
  readonly first: Line[] = [];
  private recent: Line[] = [];
  private count = 0;
  private open: Line | null = null;

  /** The last lines, without those that are in first. */
  get last(): readonly Line[] {
    if (this.recent.length > lastLines) this.recent = this.recent.slice(-lastLines);
    return this.recent;
  }

  /** How many lines there have been. */
  get total(): number {
    return this.count;
  }

  /** How many lines between first and last are not kept. */
  get skipped(): number {
    return this.count - this.first.length - this.last.length;
  }

  write({ stream, text, ms }: OutputEvent): void {
    if (this.open?.stream !== stream) this.open = null;
    let from = 0;
    while (from < text.length) {
      const end = text.indexOf("\n", from);
      const stop = end < 0 ? text.length : end;
      this.open ??= this.add(stream, ms);
      extend(this.open, text, from, stop);
      if (end < 0) break;
      close(this.open);
      this.open = null;
      from = end + 1;
    }
  }

  private add(stream: Line["stream"], ms: number): Line {
    const line: Line = { id: this.count++, stream, ms, text: "", cut: 0 };
    if (this.first.length < firstLines) this.first.push(line);
    else this.recent.push(line);
    // Cut only now and then: a million lines must not move two thousand a million times.
    if (this.recent.length > 2 * lastLines) this.recent = this.recent.slice(-lastLines);
    return line;
  }
}

function extend(line: Line, text: string, from: number, stop: number): void {
  const room = Math.max(0, longestLine - line.text.length);
  line.text += text.slice(from, Math.min(stop, from + room));
  line.cut += Math.max(0, stop - from - room);
}

/** A line that ended as on Windows. */
function close(line: Line): void {
  if (line.cut === 0 && line.text.endsWith("\r")) line.text = line.text.slice(0, -1);
}
