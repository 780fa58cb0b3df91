import type { Problem } from "../../lib/flag-values";
import type { State } from "../../lib/ribbon";
import type { LoadFault } from "./loader";
import { en } from "./strings-en";
import { ja } from "./strings-ja";
import { ko } from "./strings-ko";

/** Every word of the element. Numbers, sizes and times come already written for the language. */
export interface Strings {
  run: string;
  stop: string;
  retry: string;
  keys: string;

  loadingLesson: string;
  ready: string;
  fetching: string;
  bytes(got: string, total: string): string;
  starting: string;
  waitingTurn: string;
  running: string;
  finished(time: string): string;
  exited(status: number, time: string): string;
  stopped(time: string): string;
  limited(time: string): string;
  alreadyRunning: string;
  stoppedBeforeStart: string;
  takenAway: string;
  load(fault: LoadFault, url: string, status: number): string;
  fallbackStays: string;

  settings: string;
  reset: string;
  command: string;
  problem(problem: Problem): string;
  range(min: string, max: string): string;
  unknownFlags(names: string): string;
  fromLink: string;
  notSharedHere: string;
  openFullPage: string;
  notIsolated: string;
  whatToServe: string;
  browserShares: string;

  copy: string;
  copyLink: string;
  copyResult: string;
  copyOutput: string;
  copied: string;
  copyPicture: string;
  pictureSaved: string;
  pictureFailed: string;
  pictureRefused: string;
  linesLeftOut(count: number): string;
  copyRefused: string;

  lineNotes(file: string): string;
  programs: string;
  showAll(lines: number): string;
  showLess: string;
  pythonNotRun: string;
  pythonRecorded(version: string, date: string, machine: string): string;
  output: string;
  noOutput: string;
  nothingYet: string;
  standardError: string;
  stderrMark: string;
  toNewest: string;
  linesOfOutput(count: number): string;
  linesSkipped(count: number): string;
  charactersMore(count: number): string;

  figures: string;
  nothingMeasured: string;
  runTime: string;
  measuredHere(browser: string, cores: number, when: string): string;
  timesSmallest: string;
  /** What a thread does, in a ribbon. */
  states: Record<State, string>;
  /** What tables a run has drawn. */
  boards: string;
  /** The heading of the column that shows a row's state. */
  boardState: string;
  /** The button that kills a row's process, and its name for those who do not see the row. */
  boardKill: string;
  boardKillRow(row: string): string;
  recorded(date: string, go: string, platform: string): string;
  recordedNote: string;
  doesNotCompile(file: string): string;
  compilerSaid: string;
  line(number: number): string;
}

export type Language = "en" | "ja" | "ko";

const all: Record<Language, Strings> = { en, ja, ko };

/** The language that a lang attribute asks for: "ja-JP" is ja, what we lack is en. */
export function languageOf(tag: string): Language {
  const language = tag.toLowerCase().split("-")[0] ?? "";
  return language in all ? (language as Language) : "en";
}

export const stringsOf = (language: Language): Strings => all[language];
