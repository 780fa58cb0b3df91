import { toBoardLine, type BoardLine } from "./board";
import { isRecord } from "./check";
import { toEditableLine, type EditableLine } from "./editable";
import { toPlanLine, type PlanLine } from "./plan";

/** What a program reports to be drawn that is no single number, each kind in a file of its own. */
export type Drawing = PlanLine | BoardLine | EditableLine;

/** A drawing if v is one of any kind, without any other members; otherwise undefined. */
export function toDrawing(v: unknown): Drawing | undefined {
  if (!isRecord(v) || !("drawing" in v)) return undefined;
  return toPlanLine(v) ?? toBoardLine(v) ?? toEditableLine(v);
}
