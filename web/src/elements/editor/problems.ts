import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { EditorState, Text, TransactionSpec } from "@codemirror/state";

/** A complaint of the compiler. Lines and columns count from 1, columns in bytes of UTF-8; 0 is no place. */
export interface Problem {
  line: number;
  column: number;
  message: string;
}

const encoder = new TextEncoder();

/** Where a place stands in the text, as near as the text has it. */
export function offsetOf(doc: Text, { line, column }: Omit<Problem, "message">): number {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  if (line > doc.lines) return at.to;
  let bytes = 1;
  let offset = at.from;
  for (const character of at.text) {
    if (bytes >= column) break;
    bytes += encoder.encode(character).length;
    offset += character.length;
  }
  return offset;
}

/** The problems as underlines: each reaches from its place to the end of the word there. */
export function underline(state: EditorState, problems: readonly Problem[]): TransactionSpec {
  const placed = problems.filter(({ line }) => line > 0 && line <= state.doc.lines);
  return setDiagnostics(
    state,
    placed.map((problem) => diagnostic(state.doc, problem)),
  );
}

function diagnostic(doc: Text, problem: Problem): Diagnostic {
  const from = offsetOf(doc, problem);
  const line = doc.lineAt(from);
  const word = /^(?:[\p{L}\p{N}_]+|\S)/u.exec(line.text.slice(from - line.from))?.[0] ?? "";
  // A mark of no width would not be seen: at a line's end it takes the last character.
  const start = word === "" && from > line.from ? from - 1 : from;
  const to = Math.max(from + word.length, Math.min(start + 1, line.to));
  return { from: start, to, severity: "error", message: problem.message };
}
