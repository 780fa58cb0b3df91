import type { Lane, Span } from "./model";
import type { Sight } from "./sight";
import type { TaskRow, Told } from "./told";

export interface Sieve {
  keeps(lane: Lane): boolean;
  /** Tasks that are sought, and those in which whoever is sought had a part. */
  keepsTask(row: TaskRow): boolean;
  shows(span: Span): boolean;
  lit: ((span: Span) => boolean) | null;
}

/** A number alone or after "line", in the languages of the page, is a line of the program. */
const lineWords = /^(?:(?:line|l)\s*:?\s*)?(\d+)(?:\s*行目?|\s*번째(?:\s*줄)?)?$/i;

export const lineIn = (sought: string) => Number(lineWords.exec(sought.trim())?.[1] ?? 0);

/** What is seen of a run, by what the reader searches, filters and lights. */
export function sieveOf({ sought, without, line, library }: Sight, told: Told): Sieve {
  const text = sought.trim().toLowerCase();
  const number = lineIn(sought);
  const has = (...words: string[]) => words.some((word) => word.toLowerCase().includes(text));
  const named = (lane: Lane) =>
    has(`${lane.name} ${lane.id}`) ||
    told.regionsOf(lane.id).some(({ name }) => has(name)) ||
    told.logsOf(lane.id).some(({ category, message }) => has(category, message)) ||
    tasksOf.get(lane.id)?.some((name) => has(name)) ||
    lane.spans.some(
      (span) => (number > 0 && span.line === number) || span.reason.toLowerCase().includes(text),
    );
  const tasksOf = new Map<string, string[]>();
  for (const { name, lanes } of text === "" ? [] : told.rows.flatMap(({ tasks }) => tasks)) {
    for (const lane of lanes) tasksOf.set(lane, [...(tasksOf.get(lane) ?? []), name]);
  }
  const without_ = new Set(without);
  const shows = (span: Span) => !without_.has(span.state);
  return {
    keeps: (lane) =>
      (library || lane.kind !== "library") &&
      (text === "" || named(lane)) &&
      (without_.size === 0 || lane.spans.some((span) => span.state !== "done" && shows(span))),
    keepsTask: ({ name }) => text === "" || has(name),
    shows,
    lit: line === null ? null : (span) => span.line === line,
  };
}
