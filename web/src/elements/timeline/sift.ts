import type { Lane, Span } from "./model";
import type { Sight } from "./sight";

export interface Sieve {
  keeps(lane: Lane): boolean;
  shows(span: Span): boolean;
  lit: ((span: Span) => boolean) | null;
}

/** A number alone or after "line", in the languages of the page, is a line of the program. */
const lineWords = /^(?:(?:line|l)\s*:?\s*)?(\d+)(?:\s*行目?|\s*번째(?:\s*줄)?)?$/i;

export const lineIn = (sought: string) => Number(lineWords.exec(sought.trim())?.[1] ?? 0);

/** What is seen of a run, by what the reader searches, filters and lights. */
export function sieveOf({ sought, without, line, library }: Sight): Sieve {
  const text = sought.trim().toLowerCase();
  const number = lineIn(sought);
  const named = (lane: Lane) =>
    `${lane.name} ${lane.id}`.toLowerCase().includes(text) ||
    lane.spans.some(
      (span) => (number > 0 && span.line === number) || span.reason.toLowerCase().includes(text),
    );
  const without_ = new Set(without);
  const shows = (span: Span) => !without_.has(span.state);
  return {
    keeps: (lane) =>
      (library || lane.kind !== "library") &&
      (text === "" || named(lane)) &&
      (without_.size === 0 || lane.spans.some((span) => span.state !== "done" && shows(span))),
    shows,
    lit: line === null ? null : (span) => span.line === line,
  };
}
