import { stateAt, type Model, type State } from "./model";

/** A line of the program and who is at it: how many goroutines in which state. */
export interface LineAt {
  line: number;
  /** The file, without its folders; "" when that is not known. */
  file: string;
  states: Partial<Record<State, number>>;
}

/** The lines that goroutines are at, at a moment, from the first line on. */
export function linesAt({ lanes, stacks }: Model, at: number): LineAt[] {
  const lines = new Map<string, LineAt>();
  for (const lane of lanes) {
    const span = stateAt(lane, at);
    if (!span || span.line === 0) continue;
    const frame = stacks?.[span.stack ?? 0]?.find(({ line }) => line === span.line);
    const file = frame?.file.split("/").at(-1) ?? "";
    const key = `${file}:${span.line}`;
    const known = lines.get(key) ?? { line: span.line, file, states: {} };
    known.states[span.state] = (known.states[span.state] ?? 0) + 1;
    lines.set(key, known);
  }
  return [...lines.values()].sort((a, b) => a.line - b.line);
}
