// The contents of demos/<name>/lesson.json, which the site builder writes.

import { toReport } from "../../machine/figures"; // alone: the machine is loaded when it is wanted
import type { Drawing, Figure, Lane } from "../../machine/index";

export type { Drawing, Figure, Lane };

/** A figure with lanes: what each thread did, part by part of a time. */
export interface Ribbon extends Figure {
  lanes: Lane[];
}

export const isRibbon = (figure: Figure): figure is Ribbon => figure.lanes !== undefined;

export interface SourceFile {
  file: string;
  source: string;
  /** Which part has which colour, as lib/colours.ts reads it. */
  colours?: string;
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

/** A language's names for figures (by key) and flags (by name), and its notes on lines (by a part of the line). */
export interface Words {
  figures?: Record<string, string>;
  flags?: Record<string, string>;
  notes?: Record<string, string>;
}

/** The page's word for a key. Keys come from programs: "constructor" is one like any other. */
export function wordFor(words: Record<string, string> | undefined, key: string) {
  return words && Object.hasOwn(words, key) ? words[key] : undefined;
}

/** A small program to begin with. */
export interface Example {
  name: string;
  /** What it shows, by language. */
  titles: Record<string, string>;
  source: string;
}

export interface Lesson {
  name: string;
  go: SourceFile;
  /** The Python it answers; null on the page for programs of one's own. */
  python: SourceFile | null;
  /** The program's own -h output. */
  usage: string;
  /** The prebuilt program: its address, relative to lesson.json, and its size unpacked. Null: it is built in the page. */
  wasm: { url: string; bytes: number } | null;
  /** The address of what formats Go, relative to lesson.json. */
  gotools?: string;
  /** Programs to begin with, by language. */
  examples?: Example[];
  /** The program uses memory that threads share, where the page has it. */
  shares?: boolean;
  /** The values of flags with which it does; null or absent: with any. */
  sharing?: Record<string, string> | null;
  /** The address of the reader of traces, relative to lesson.json. */
  timeline?: string;
  recorded: Recorded | null;
  broken: Broken[];
  reference: Reference | null;
  words: Record<string, Words>;
  /** Below the site's root, the page that holds it, where it has none of its own. */
  page?: string;
  /** Its folder as `go run` takes it, where that is not a lesson's. */
  folder?: string;
}

/** What a part of the page is called: with the program's name, where a page holds several. */
export function partName(label: string, { name, page }: Lesson): string {
  return page ? `${label}: ${name.slice(name.indexOf("-") + 1)}` : label;
}

/** The lesson in a parsed lesson.json, or null when it is not one. */
export function asLesson(json: unknown): Lesson | null {
  const lesson = json as Lesson | null;
  const python = lesson?.python === null ? "" : lesson?.python?.source;
  const texts = [lesson?.name, lesson?.go?.file, lesson?.go?.source, python, lesson?.usage];
  const whole = texts.every((text) => typeof text === "string");
  const built = typeof lesson?.wasm?.url === "string" && lesson.wasm.bytes > 0;
  return whole && (built || lesson?.wasm === null) ? lesson : null;
}
