import { isRecord, isText } from "./check";

/** A file of the running program that the reader may edit: where it is, and what stands in it. */
export interface EditableLine {
  drawing: "file";
  path: string;
  text: string;
}

/** Longest text of such a file, in characters. */
export const longestEditable = 4000;

/** A line about a file if v is one, without any other members; otherwise undefined. */
export function toEditableLine(v: unknown): EditableLine | undefined {
  if (!isRecord(v)) return undefined;
  const { drawing, path, text } = v;
  if (drawing !== "file" || !isText(path, 300) || !isText(text, longestEditable)) return undefined;
  return /^\/[^\0-\x1f]*[^/\0-\x1f]$/.test(path) ? { drawing, path, text } : undefined;
}
