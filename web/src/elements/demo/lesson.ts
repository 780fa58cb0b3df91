// The contents of demos/<name>/lesson.json, which the site builder writes.

import { toReport } from "../../machine/figures"; // alone: the machine is loaded when it is wanted
import type { Drawing, Figure, Lane } from "../../machine/index";

export type { Drawing, Figure, Lane };

export interface SourceFile {
  file: string;
  source: string;
}

/** The site builder's own run of the lesson. */
export interface Recorded {
  stdout: string;
  stderr: string;
  exitCode: number;
  /** Lines as the program reported them: figures and drawings. */
  figures: unknown[];
  date: string;
  go: string;
  platform: string;
}

/** What the recorded run measured and drew. */
export function reportsOf(recorded: Recorded | null): { figures: Figure[]; drawings: Drawing[] } {
  const reports = (recorded?.figures ?? []).map(toReport);
  return {
    figures: reports.flatMap((r) => (r?.type === "figure" ? [r.figure] : [])),
    drawings: reports.flatMap((r) => (r?.type === "drawing" ? [r.drawing] : [])),
  };
}

/** A program that does not compile, with the compiler's words. */
export interface Broken extends SourceFile {
  diagnostics: string;
}

/** CPython's run of the lesson's main.py. */
export interface Reference {
  python: string;
  machine: string;
  date: string;
  stdout: string;
}

/** A language's names for figures (by key) and flags (by name). */
export interface Words {
  figures?: Record<string, string>;
  flags?: Record<string, string>;
}

/** The page's word for a key. Keys come from programs: "constructor" is one like any other. */
export function wordFor(words: Record<string, string> | undefined, key: string) {
  return words && Object.hasOwn(words, key) ? words[key] : undefined;
}

export interface Lesson {
  name: string;
  go: SourceFile;
  python: SourceFile;
  /** The program's own -h output. */
  usage: string;
  /** The prebuilt program: its address, relative to lesson.json, and its size unpacked. */
  wasm: { url: string; bytes: number };
  /** The program uses memory that threads share, where the page has it. */
  shares?: boolean;
  recorded: Recorded | null;
  broken: Broken[];
  reference: Reference | null;
  words: Record<string, Words>;
}

/** The lesson in a parsed lesson.json, or null when it is not one. */
export function asLesson(json: unknown): Lesson | null {
  const lesson = json as Lesson | null;
  const texts = [lesson?.name, lesson?.go?.source, lesson?.python?.source, lesson?.usage];
  const whole = texts.every((text) => typeof text === "string");
  return whole && typeof lesson?.wasm?.url === "string" && lesson.wasm.bytes > 0 ? lesson : null;
}
