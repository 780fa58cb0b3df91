import { isRecord, isText, isWhole } from "./check";

/**
 * What a program says to draw a table, in the order said: a board, its columns, and rows as often as they change.
 * The state is one of the five letters of a ribbon. A row that is a process's has its number, 0 while none stands there.
 */
export type BoardLine =
  | { drawing: "board"; key: string; label: string }
  | { drawing: "column"; of: string; key: string; label: string }
  | {
      drawing: "row";
      of: string;
      row: string;
      state: BoardState;
      cells: string[];
      process?: number;
    };

export type BoardState = "R" | "r" | "b" | "s" | "d";

/** More columns than this have no room beside one another. */
export const maxColumns = 8;
const maxCell = 100;

/** A line about a board if v is one, without any other members; otherwise undefined. */
export function toBoardLine(v: unknown): BoardLine | undefined {
  if (!isRecord(v)) return undefined;
  const { drawing, of, key, label, row, state, cells, process } = v;
  switch (drawing) {
    case "board":
      return isName(key) && isText(label, 300) ? { drawing, key, label } : undefined;
    case "column":
      if (!isName(of) || !isName(key) || !isText(label, 300)) return undefined;
      return { drawing, of, key, label };
    case "row":
      if (!isName(of) || !isName(row) || !isState(state) || !isCells(cells)) return undefined;
      if (process !== undefined && !isWhole(process, 0, 2 ** 31 - 1)) return undefined;
      return {
        drawing,
        of,
        row,
        state,
        cells: [...cells],
        ...(process !== undefined && { process }),
      };
  }
  return undefined;
}

const isName = (v: unknown): v is string => isText(v, 100) && v !== "";

const isState = (v: unknown): v is BoardState => isText(v, 1) && /^[Rrbsd]$/.test(v);

function isCells(v: unknown): v is string[] {
  return Array.isArray(v) && v.length <= maxColumns && v.every((cell) => isText(cell, maxCell));
}
