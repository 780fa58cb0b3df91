// What a check of the corpus found: /peps/findings.json, or what the engine said
// of a corpus that the reader brought.

import type { Fault } from "./strings-faults";

/** The rules of wasm/peps/check, as findings come. */
export const rules = [
  "problem",
  "unknown",
  "replaces",
  "superseded-by",
  "status",
  "no-successor",
  "circle",
  "rests",
] as const;
export type Rule = (typeof rules)[number];

/** check.Finding of wasm/peps. */
export interface Finding {
  rule: Rule;
  pep: number;
  other: number;
  file: string;
  line: number;
  text: string; // in English
  /** What a problem is. */
  fault?: Fault;
  /** The PEPs that succeed one another. */
  circle?: number[];
}

export class Findings {
  readonly list: readonly Finding[];
  #commit: string | null;
  #first = new Map<number, Rule>();

  constructor(list: readonly Finding[], commit: string | null) {
    this.list = list;
    this.#commit = commit;
    for (const { pep, rule } of list) if (!this.#first.has(pep)) this.#first.set(pep, rule);
  }

  /** The first rule that a PEP breaks. */
  of(number: number): Rule | null {
    return this.#first.get(number) ?? null;
  }

  /** The line of the source at the commit of the data; null when no file is meant. */
  source({ file, line }: Finding): string | null {
    if (!file) return null;
    const commit = encodeURIComponent(this.#commit ?? "main");
    const page = `https://github.com/python/peps/blob/${commit}/${encodeURI(file)}`;
    return line > 0 ? `${page}#L${line}` : page;
  }
}

/** Reads the file; throws an Error that is a sentence. */
export function readFindings(text: string): Findings {
  let file: { commit: string | null; findings: Finding[] };
  try {
    file = JSON.parse(text) as typeof file;
  } catch (error) {
    throw new Error("The file of findings is no JSON.", { cause: error });
  }
  if (!Array.isArray(file?.findings)) throw new Error("The file of findings has no findings.");
  return new Findings(file.findings, file.commit);
}
