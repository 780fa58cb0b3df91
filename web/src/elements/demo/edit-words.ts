import type { LoadFault, LoadPart } from "../../machine/toolchain/api";
import { en } from "./edit-words-en";
import { ja } from "./edit-words-ja";
import { ko } from "./edit-words-ko";
import type { FileFault } from "./source-files";
import type { Language } from "./strings";

/** Every word about writing, building and sharing a program. Sizes come written for the language. */
export interface EditWords {
  edit: string;
  editHint: string;
  edited: string;
  tools: string;
  undo: string;
  redo: string;
  find: string;
  format: string;
  formatKeys: string;
  restore: string;
  download: string;
  openFile: string;
  share: string;
  examples: string;
  chooseExample: string;

  kept: string;
  notKept: string;
  fromLink: string;
  leaveLink: string;
  linkUnreadable: string;
  linkTooLong: string;
  programTooLong(size: string): string;
  fileUnreadable: string;
  fileTooLong(limit: string): string;
  editorFailed: string;

  stdin: string;
  stdinHint: string;
  args: string;
  argsHint: string;
  inputs: string;

  problems(count: number): string;
  refused(count: number): string;
  fault(fault: FileFault, size: (units: number) => string): string;

  fetchingToolchain(part: LoadPart): string;
  /** step is "" or one that nobody here knows where no step is to be named. */
  making(step: string, done: number, total: number): string;
  makingFar(step: string, done: number, total: number): string;
  /** Nobody seems to be making the toolchain; how it is made. */
  notMaking(command: string): string;
  startingToolchain: string;
  toolchainReady: string;
  building: string;
  cancel: string;
  cancelled: string;
  toolchain(fault: LoadFault): string;

  formatting: string;
  formatted(added: string[], removed: string[]): string;
  notFormatted: string;
  formatFailed(reason: string): string;
  importsLeft: string;
}

const all: Record<Language, EditWords> = { en, ja, ko };

export const editWordsOf = (language: Language): EditWords => all[language];
