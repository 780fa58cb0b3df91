import type { EditWords } from "./edit-words";

const parts = {
  compiler: "the Go compiler",
  linker: "the Go linker",
  packages: "the packages that the program imports",
  planner: "what plans a build",
};

const steps = new Map([
  ["packages", "compiling the standard library and the lesson libraries"],
  ["tools", "building the compiler and the linker"],
  ["planner", "building what plans a build"],
  ["split", "splitting the packages"],
  ["compresses", "compressing"],
]);

const faults = {
  missing: "it is not part of this file or site",
  unreachable: "it cannot be reached, and nothing is kept from before",
  refused: "the server refused it",
  damaged: "what came is damaged, twice over",
  unusable: "this browser cannot run it",
};

const number = (n: number) => n.toLocaleString("en");

const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

export const en: EditWords = {
  edit: "Edit",
  editHint: "Change the program; Run then compiles it here, in this page.",
  edited: "edited",
  tools: "Tools for the program",
  undo: "Undo",
  redo: "Redo",
  find: "Find",
  format: "Format",
  formatKeys: "gofmt, and imports added and removed (Ctrl+S or Shift+Alt+F)",
  restore: "Restore the lesson",
  download: "Download",
  openFile: "Open a file",
  share: "Copy link to this program",
  examples: "Examples",
  chooseExample: "Choose an example",

  kept: "This is your version from last time, kept in this browser.",
  notKept: "This browser keeps nothing for this page: what you type is gone when it closes.",
  fromLink: "This program came with the link. It has not been run. Read it, then press Run.",
  leaveLink: "Leave the link’s program",
  linkUnreadable:
    "The program in this link cannot be read: part of it is missing or damaged. The page is as it was.",
  linkTooLong: "This link is longer than any that this site makes. The page is as it was.",
  programTooLong: (size) =>
    `This program makes a link of ${size}, which many places cut off. Download it instead: “Open a file” on any page here opens it again.`,
  fileUnreadable: "This file is not text in UTF-8. Nothing was changed.",
  fileTooLong: (limit) => `This file is longer than the ${limit} that a program may have here.`,
  editorFailed: "The editor could not be loaded. Press Edit to try again.",

  stdin: "Standard input",
  stdinHint: "What the program reads from os.Stdin.",
  args: "Command-line arguments",
  argsHint: "As in a shell: quotes keep spaces together.",
  inputs: "Input and arguments",

  problems: (n) => `Go’s compiler: ${count(n, "complaint", "complaints")}`,
  refused: (n) =>
    n === 0
      ? "The program was not built. The output says why."
      : `The program does not compile: ${count(n, "complaint", "complaints")}.`,
  fault: (fault, size) => {
    switch (fault.kind) {
      case "large":
        return `The program is larger than ${size(fault.limit)}, the limit here.`;
      case "name":
        return `“${fault.name}” cannot be the name of a file here: use a relative path without “..”.`;
      case "twice":
        return `There are two files named “${fault.name}”.`;
    }
  },

  fetchingToolchain: (part) => `Fetching ${parts[part]}, once.`,
  making: (step, done, total) => {
    const name = steps.get(step);
    return name === undefined
      ? "This site’s Go toolchain is being made. Programs can be compiled when it is there."
      : `This site’s Go toolchain is being made (step ${done + 1} of ${total}: ${name}). Programs can be compiled when it is there.`;
  },
  makingFar: (step, done, total) =>
    `${step === "compresses" ? "files" : "packages"}: ${number(done)} of ${number(total)}`,
  notMaking: (command) =>
    `This site’s Go toolchain is not there, and nobody seems to be making it: nothing has changed for a while. Where the site is built, “${command}” makes it. This page goes on looking.`,
  startingToolchain: "Starting the Go toolchain.",
  toolchainReady: "The Go toolchain is here: Run compiles your program in this page.",
  building: "Compiling and linking.",
  cancel: "Cancel",
  cancelled: "The fetch was cancelled. Run begins it again.",
  toolchain: (fault) => `The Go toolchain could not be had: ${faults[fault]}.`,

  formatting: "Formatting.",
  formatted: (added, removed) =>
    [
      "Formatted.",
      added.length > 0 ? `Imports added: ${added.join(", ")}.` : "",
      removed.length > 0 ? `Imports removed: ${removed.join(", ")}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  notFormatted: "Not formatted: this is not yet Go.",
  formatFailed: (reason) => `Not formatted: ${reason}`,
  importsLeft: "The imports were left alone: the list of packages could not be had.",
};
