import type { Figure } from "./lesson";

/** A run that went to its end, as it is remembered. */
export interface Remembered {
  wallMs: number;
  figures: readonly Figure[];
  when: Date;
}

/** Commands that are remembered, and runs of each: enough for a spread. */
const commands = 30;
const trials = 100;

/** What runs measured without a trace, by what they ran: the same program with the same arguments, clock and seed. */
export class History {
  private readonly runs = new Map<string, Remembered[]>();

  add(what: string, run: Remembered): void {
    const known = this.runs.get(what) ?? [];
    this.runs.delete(what); // the one run last is forgotten last
    this.runs.set(what, [...known, run].slice(-trials));
    const oldest = this.runs.keys().next();
    if (this.runs.size > commands && !oldest.done) this.runs.delete(oldest.value);
  }

  of(what: string): readonly Remembered[] {
    return this.runs.get(what) ?? [];
  }
}

/** What was measured of a figure in each run that reported it. */
export function valuesOf(runs: readonly Remembered[], key: string): number[] {
  return runs.flatMap(({ figures }) =>
    figures.filter((figure) => figure.key === key).map(({ value }) => value),
  );
}
