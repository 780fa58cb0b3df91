/** A note on a line of a program. */
export interface LineNote {
  /** From 1. */
  line: number;
  /** The line without its indentation. */
  code: string;
  note: string;
}

/** Notes on a source, by a part of the line that each is about, in the order of the lines; what has no line is left out. */
export function lineNotes(source: string, notes: Record<string, string>): LineNote[] {
  const lines = source.split("\n");
  return Object.entries(notes)
    .map(([part, note]) => {
      const at = lines.findIndex((line) => line.includes(part));
      return { line: at + 1, code: (lines[at] ?? "").trim(), note };
    })
    .filter(({ line }) => line > 0)
    .sort((a, b) => a.line - b.line);
}
