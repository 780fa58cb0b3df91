import type { Ink } from "./ink";
import { heightOf, rowHeight, type Row } from "./rows";

/** What stands at the left of a row. */
export function label(
  c: CanvasRenderingContext2D,
  row: Row,
  place: { y: number; left: number; width: number },
  ink: Ink,
  said: { text: string; chosen: boolean },
): void {
  const { y, left } = place;
  const height = heightOf(row);
  const head = row.kind === "run" || row.kind === "group";
  c.fillStyle = row.kind === "run" ? ink.raised : ink.ground;
  c.fillRect(0, y, row.kind === "run" ? place.width : left, height);
  c.fillStyle = ink.line;
  c.fillRect(0, y + height - 1, place.width, 1);
  c.fillRect(left - 1, y, 1, height);
  c.font = `${head ? "600 " : ""}12px ${ink.font}`;
  c.fillStyle = said.chosen ? ink.accent : row.kind === "group" ? ink.muted : ink.text;
  const inset = row.kind === "lane" && row.grouped ? 22 : 6;
  const room = (row.kind === "run" ? place.width : left) - inset - 6;
  c.fillText(cut(c, said.text, room), inset, y + (row.kind === "lane" ? rowHeight : height) / 2);
  if (said.chosen) c.fillRect(0, y, 3, height);
}

/** As much of a text as fits. */
export function cut(c: Pick<CanvasRenderingContext2D, "measureText">, text: string, room: number) {
  if (c.measureText(text).width <= room) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (c.measureText(letters.slice(0, middle).join("") + "…").width <= room) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("") + "…";
}
