import { isRecord } from "./check";
import { toPlanLine, type PlanLine } from "./plan";

/** What a program reports to be drawn that is no single number, each kind in a file of its own. */
export type Drawing = PlanLine;

/** A drawing if v is one of any kind, without any other members; otherwise undefined. */
export function toDrawing(v: unknown): Drawing | undefined {
  return isRecord(v) && "drawing" in v ? toPlanLine(v) : undefined;
}
