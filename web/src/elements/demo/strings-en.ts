import type { Strings } from "./strings";

const faults = {
  missing: "there is nothing at this address",
  unreachable: "the address cannot be reached",
  refused: "the server refused it",
  incomplete: "it broke off before its end",
  unreadable: "what came is not what belongs there",
};

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export const en: Strings = {
  run: "Run",
  stop: "Stop",
  retry: "Try again",
  keys: "Ctrl+Enter runs, Esc stops",

  loadingLesson: "Loading the lesson.",
  ready: "Ready. It runs here, in this page.",
  fetching: "Loading the program.",
  bytes: (got, total) => `${got} of ${total}`,
  starting: "Starting the program.",
  waitingTurn: "Waiting: another lesson is running, in this page or in another tab of it.",
  running: "Running.",
  finished: (time) => `Finished in ${time}, exit status 0.`,
  exited: (status, time) =>
    `Ended with exit status ${status} after ${time}. The reason stands in the output.`,
  stopped: (time) => `Stopped after ${time}.`,
  limited: (time) => `Stopped after ${time} at a limit. The last line of the output says which.`,
  alreadyRunning: "The lesson is running already. Stop it first.",
  stoppedBeforeStart: "Stopped before the program had started.",
  takenAway: "This lesson is no longer on the page.",
  load: (fault, url, status) =>
    `Could not load ${url}: ${faults[fault]}${status ? ` (HTTP ${status})` : ""}.`,
  fallbackStays: "The code below is the lesson's; it cannot be run until this works.",

  settings: "Flags of the program",
  reset: "Reset",
  command: "The same run on a command line",
  problem: (p) => {
    switch (p.kind) {
      case "range":
        return `Not between ${p.min} and ${p.max}. The program will say so too.`;
      case "choice":
        return `Not one of ${p.choices.join(", ")}. The program will say so too.`;
      case "duration":
        return "Not a duration. Write a number with a unit, such as 100ms, 1.5s or 1m30s.";
      case "whole":
        return "Not a whole number.";
      case "natural":
        return "Not a whole number of 0 or more, without a sign.";
      case "bool":
        return "Neither true nor false.";
      case "number":
        return "Not a number.";
    }
  },
  range: (min, max) => `${min} to ${max}`,
  unknownFlags: (names) => `This lesson has no flag named ${names}. It was left out.`,
  fromLink: "These values came with the link.",
  notSharedHere:
    "Threads cannot share memory inside this page, so the lesson leaves out here what needs it.",
  openFullPage: "Open the lesson's own page",
  notIsolated:
    "This page was not served isolated from other sites, so threads cannot share memory and the lesson leaves out what needs it.",
  whatToServe: "What the server has to send",
  browserShares:
    "This browser lets no threads share memory here, so the lesson leaves out what needs it; Chromium and Firefox can run it all.",

  copy: "Copy",
  copyLink: "Copy link",
  copyResult: "Copy result",
  copyOutput: "Copy output",
  copied: "Copied",
  copyPicture: "Copy picture",
  pictureSaved: "Saved as a file",
  pictureFailed: "No picture could be made",
  pictureRefused:
    "The browser lets no picture into the clipboard here, so it was saved as a file. If there is none, take the picture from here:",
  linesLeftOut: (n) => `${count(n, "line", "lines")} more`,
  copyRefused: "The browser refused to copy. Here is the text, selected:",

  lineNotes: (file) => `Notes on lines of ${file}`,
  programs: "The programs",
  showAll: (lines) => `Show all ${lines} lines`,
  showLess: "Show less",
  pythonNotRun: "Python is shown for comparison; it does not run in this page.",
  pythonRecorded: (version, date, machine) =>
    `Recorded with CPython ${version} on ${date} (${machine}), not run in this page`,
  output: "Output",
  noOutput: "The program printed nothing.",
  nothingYet: "Nothing has run yet.",
  standardError: "standard error",
  stderrMark: "err",
  toNewest: "Newest line",
  linesOfOutput: (n) => `${count(n, "line", "lines")} of output.`,
  linesSkipped: (n) =>
    `${count(n, "line is", "lines are")} not shown here. “Copy output” has what the run kept.`,
  charactersMore: (n) => `(${count(n, "character", "characters")} more)`,

  figures: "Measured",
  nothingMeasured: "Figures stand here once the program has measured them.",
  runTime: "Time of the run",
  measuredHere: (browser, cores, when) =>
    `Measured here, in this run: ${browser}, ${count(cores, "core", "cores")}, ${when}.`,
  timesSmallest: "× compares with the smallest figure.",
  boards: "Tables of this run",
  boardState: "doing",
  boardKill: "Kill",
  boardKillRow: (row) => `Kill the process of ${row}`,
  states: {
    running: "running",
    runnable: "ready to run",
    blocked: "blocked",
    sleeping: "sleeping",
    done: "not under way",
  },
  recorded: (date, go, platform) =>
    `Recorded when this site was built (${date}, ${go}, ${platform})`,
  recordedNote: "This run was not made in your browser. Press Run to make your own.",
  doesNotCompile: (file) => `${file} does not compile`,
  compilerSaid: "The compiler's own words, recorded when this site was built",
  line: (number) => `line ${number}`,
};
