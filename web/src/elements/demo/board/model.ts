import type { Drawing } from "../../../machine/index";

/** A table as a run has filled it in so far. */
export interface Board {
  key: string;
  label: string;
  columns: { key: string; label: string }[];
  /** In the order in which they came; each as it was reported last. */
  rows: Row[];
}

export type Row = Extract<Drawing, { drawing: "row" }>;

const maxBoards = 6;
const maxRows = 64;
const maxColumns = 8;

/** The tables of a run, in the order in which they were drawn. */
export function boardsOf(lines: Drawing[]): Board[] {
  const boards: Board[] = [];
  for (const line of lines) {
    if (line.drawing === "board") {
      const known = boards.some(({ key }) => key === line.key);
      if (known || boards.length === maxBoards) continue;
      boards.push({ key: line.key, label: line.label, columns: [], rows: [] });
    } else if (line.drawing === "column" || line.drawing === "row") {
      const board = boards.find(({ key }) => key === line.of);
      if (board) add(board, line);
    }
  }
  return boards;
}

function add(board: Board, line: Extract<Drawing, { drawing: "column" | "row" }>): void {
  if (line.drawing === "column") {
    const { key, label } = line;
    if (board.columns.length < maxColumns) board.columns.push({ key, label });
    return;
  }
  const at = board.rows.findIndex(({ row }) => row === line.row);
  if (at >= 0) board.rows[at] = line;
  else if (board.rows.length < maxRows) board.rows.push(line);
}
