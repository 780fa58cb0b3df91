import type { keyNames } from "./keys";
import type { State } from "./model";
import { en } from "./strings-en";
import { ja } from "./strings-ja";
import { ko } from "./strings-ko";

export type Language = "en" | "ja" | "ko";

/** Every word of the element. Moments and lengths come already written. */
export interface Strings {
  timeline: string;
  comma: string;
  colon: string;
  trace: string;
  off: string;
  waiting: string;
  loading: string;
  live: string;
  noYield: string;
  paused(known: string): string;
  whole(lanes: number, end: string): string;
  hidden(count: number): string;
  missing(count: number, from: string): string;
  fault(worker: string, reason: string): string;
  /** Of workers that were ended from outside. */
  killed(count: number, workers: string): string;
  /** Of a worker whose trace was too long; lost is "" where no more than that is known. */
  tooLong(worker: string, lost: string): string;
  endedHere: string;
  failed(reason: string): string;
  cost(traced: string, plain: string, times: string): string;
  costUnknown: string;
  opened(file: string): string;
  endUnknown: string;
  tooLarge(file: string, most: number): string;
  nothingInFile(file: string): string;
  closeFile: string;
  evidence: string;
  behind: string;
  /** Beside figures. */
  traced: string;
  picture(lanes: number, end: string): string;
  states: Record<State, string>;
  things: Record<"lock" | "gil" | "barrier" | "pool" | "pipe", string>;

  tools: string;
  search: string;
  searchHint: string;
  nearer: string;
  farther: string;
  fit: string;
  arrows: string;
  tooManyArrows(count: number): string;
  groups: string;
  format: string;
  download: string;
  openTrace: string;
  help: string;
  close: string;
  legend: string;
  library(count: number): string;
  showAll: string;
  shown(shown: number, all: number): string;

  walk: string;
  previous: string;
  next: string;
  play: string;
  stopPlaying: string;
  moment: string;
  letGo: string;
  keyHelp: Record<keyof typeof keyNames, string>;
  handHelp: string;
  keys: string;

  worker(number: number): string;
  workerNamed(kind: string, id: number, name: string): string;
  group(name: string, count: number): string;
  span(state: string, length: string): string;
  line(number: number): string;
  lit(line: number, spans: number, total: string): string;
  fromTo(from: string, to: string): string;
  since(length: string): string;
  wokenBy(lane: string, at: string): string;
  wakes(count: number, lanes: string): string;
  startedBy(lane: string): string;
  startedAt(line: number): string;
  endedAt(at: string): string;
  zoomToIt: string;
  details: string;
  momentTitle: string;
  at(moment: string): string;
  noState: string;
  heldBy(lanes: string): string;
  heldByNone: string;
  awaitedBy(count: number, lanes: string): string;
  unknownYet: string;

  transcript: string;
  transcriptCut(shown: number, all: number): string;
  collector: string;
  holds(thing: string, length: string): string;
  message(from: string, to: string, bytes: number): string;
  /** "" where it began before the trace. */
  task(name: string): string;
  region(name: string): string;
  log(category: string, message: string): string;
  /** A task or region with its length; "" where it did not end. */
  noted(what: string, length: string): string;
  inRegions(names: string): string;
  underWay(tasks: string): string;

  findings: string;
  left(count: number): string;
  leaked: string;
  more(count: number): string;
  cycle(count: number): string;
  waitsFor(thing: string, holder: string): string;
  neverYields(length: string, others: number): string;
  keepsThread(length: string, others: number): string;
  slowCallback(name: string, length: string): string;

  totals: string;
  totalsOf(from: string, to: string): string;
  fillSelection: string;
  clearSelection: string;
  where: string;
  what: string;
  times: string;
  total: string;

  keep: string;
  kept(title: string): string;
  dropKept: string;
  compared: string;
  firstRun: string;
  secondRun: string;
  ratio: string;
  tracedTime: string;
  plainTime: string;
  goroutines: string;
  allTogether(state: string): string;
  spread(count: number, middle: string, low: string, high: string): string;
}

const all: Record<Language, Strings> = { en, ja, ko };

/** The language that a lang attribute asks for; what we lack is en. */
export function languageOf(tag: string): Language {
  const language = tag.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(all, language) ? (language as Language) : "en";
}

export const stringsOf = (language: Language): Strings => all[language];
