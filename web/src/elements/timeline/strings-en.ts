import type { Strings } from "./strings";

export const en: Strings = {
  timeline: "Timeline",
  comma: ", ",
  colon: ": ",
  trace: "Trace runs",
  off: "Switch on “Trace runs” and press Run: what every goroutine did is drawn here, from the program's own execution trace.",
  waiting: "Press Run: what every goroutine did is drawn here.",
  loading: "Loading the reader of traces (1 MB).",
  live: "Live.",
  noYield: "What does not yield is drawn when it next does.",
  paused: (known) => `Paused. What had been written of the trace by then reaches to ${known}.`,
  whole: (lanes, end) => `${lanes === 1 ? "1 goroutine" : `${lanes} goroutines`}, ${end}.`,
  hidden: (count) => `${count} of the runtime are not shown.`,
  missing: (count, from) =>
    `From ${from} on events are missing: 200,000 are kept, ${count} more were read.`,
  fault: (worker, reason) => `The trace of ${worker} ends early; what was read is shown. ${reason}`,
  killed: (count, workers) =>
    `${workers} ${count === 1 ? "was" : "were"} ended from outside: what ${count === 1 ? "it" : "they"} did in the last moments, up to 0.1 s, is not recorded.`,
  tooLong: (worker, lost) =>
    `The trace of ${worker} became too long, and its end is missing${lost ? `: ${lost} were not kept` : ""}.`,
  endedHere: "ended from outside",
  failed: (reason) => `The trace cannot be read: ${reason}`,
  cost: (traced, plain, times) =>
    `Tracing cost: the traced run took ${traced}, ${times} the ${plain} of the last one without a trace.`,
  costUnknown:
    "What tracing costs here is not known yet: this command has not been run without a trace.",
  opened: (file) =>
    `This is the trace file ${file}. It was not recorded here, and it stays in this page.`,
  endUnknown:
    "A trace does not tell how its program ended: whether those who waited last could still have been woken, nobody can say.",
  tooLarge: (file, most) => `${file} is too large: at most ${most} MiB are read.`,
  nothingInFile: (file) => `${file} holds no goroutine that could be drawn.`,
  closeFile: "Close the file",
  evidence: "Evidence",
  behind: "What stands behind this",
  traced: "The run was traced, which costs time: for figures run it without.",
  picture: (lanes, end) => `${lanes} goroutines over ${end}, as bars by state`,
  states: {
    running: "running",
    runnable: "runnable",
    blocked: "blocked",
    sleeping: "sleeping",
    done: "done",
  },
  things: { lock: "lock", gil: "GIL", barrier: "barrier", pool: "pool", pipe: "pipe" },

  tools: "Search, zoom and files",
  search: "Search by name, reason or line",
  searchHint: "Name, reason, line 9",
  nearer: "Zoom in",
  farther: "Zoom out",
  fit: "Fit",
  arrows: "Who woke whom",
  tooManyArrows: (count) => `${count} arrows: zoom in to see them`,
  groups: "Fold groups",
  format: "Format",
  download: "Save",
  openTrace: "Open a trace file",
  help: "Keys and gestures",
  close: "Close",
  legend: "States: press one to hide it",
  library: (count) => `of the libraries: ${count}`,
  showAll: "Show all",
  shown: (shown, all) => `${shown} of ${all} goroutines are shown.`,

  walk: "Walk through time",
  previous: "Previous event",
  next: "Next event",
  play: "Play",
  stopPlaying: "Stop playing",
  moment: "Moment",
  letGo: "Let go",
  keyHelp: {
    zoom: "zoom in and out",
    pan: "go to the left and to the right",
    fit: "fill the width with the selection, or with the whole run",
    step: "to the event before and after; of one goroutine where one is picked",
    lane: "pick the goroutine above and below",
    toggle: "fold or unfold all groups",
    mark: "begin and end a selection at the moment looked at",
    play: "walk through the run, and stop",
    letGo: "let go of the selection, then of the moment",
    help: "this list",
  },
  handHelp:
    "Drag the picture to move in time, drag along its upper edge (or with Shift) to select a stretch. Two fingers, or the wheel with Ctrl, zoom. Press a bar for its details, a group's name to fold it.",
  keys: "W and S zoom, A and D move, F fits, comma and full stop step through events, Esc lets go, ? tells all keys",

  worker: (number) => `worker ${number}`,
  workerNamed: (kind, id, name) => {
    if (id === 1) return "main program";
    const called = kind === "thread" ? "thread" : kind === "process" ? "process" : "worker";
    return name ? `${called} ${id} (${name})` : `${called} ${id}`;
  },
  group: (name, count) => `${name} × ${count}`,
  span: (state, length) => `${state} for ${length}`,
  line: (number) => `line ${number}`,
  lit: (line, spans, total) => `Line ${line}: ${spans} stretches are lit, ${total} together.`,
  fromTo: (from, to) => `from ${from} to ${to}`,
  since: (length) => `for ${length}`,
  wokenBy: (lane, at) => (lane ? `woken by ${lane} at ${at}` : `woken by a timer at ${at}`),
  wakes: (count, lanes) => `wakes ${lanes}${count > 5 ? ` and more, ${count} times` : ""}`,
  startedBy: (lane) => `started by ${lane}`,
  startedAt: (line) => `started at line ${line}`,
  endedAt: (at) => `ended at ${at}`,
  zoomToIt: "zoom to it",
  details: "Details",
  momentTitle: "Everyone at this moment",
  at: (moment) => `At ${moment}`,
  noState: "not there",
  heldBy: (lanes) => `held by ${lanes}`,
  heldByNone: "free",
  awaitedBy: (count, lanes) => `awaited by ${lanes}${count > 5 ? ` and ${count - 5} more` : ""}`,
  unknownYet: "nothing heard yet: it has not yielded",

  transcript: "The run in words",
  transcriptCut: (shown, all) => `The first ${shown} of ${all} events.`,
  collector: "garbage collector",
  holds: (thing, length) => `has ${thing} for ${length}`,
  message: (from, to, bytes) =>
    `${from} sends ${bytes} bytes${to ? ` to ${to}` : ", which nobody has received"}`,
  task: (name) => (name ? `task ${name}` : "a task begun before the trace"),
  region: (name) => `region ${name}`,
  log: (category, message) => (category ? `log, ${category}: ${message}` : `log: ${message}`),
  noted: (what, length) => `${what}, ${length || "which did not end"}`,
  inRegions: (names) => `in ${names}`,
  underWay: (tasks) => `under way: ${tasks}`,

  findings: "What stands out",
  left: (count) =>
    count === 1
      ? "One goroutine still waited when the run ended:"
      : `${count} goroutines still waited when the run ended:`,
  leaked: "leaked: nothing can wake it any more",
  more: (count) => `… and ${count} more.`,
  cycle: (count) =>
    `${count === 1 ? "One waits for itself" : `${count} wait for one another in a circle`}, so none can go on:`,
  waitsFor: (thing, holder) => `waits for ${thing}, which ${holder} has`,
  neverYields: (length, others) =>
    `has not yielded for ${length}, while ${others === 1 ? "another one" : `${others} others`} could have run.`,
  keepsThread: (length, others) =>
    `kept the thread for ${length}, while ${others === 1 ? "another one" : `${others} others`} could have run.`,
  slowCallback: (name, length) =>
    `ran ${name} for ${length} in one go: the event loop stood still meanwhile.`,

  totals: "Totals",
  totalsOf: (from, to) => `All goroutines together, from ${from} to ${to}:`,
  fillSelection: "Zoom to the selection",
  clearSelection: "Clear it",
  where: "Where",
  what: "What",
  times: "Times",
  total: "Total",

  keep: "Keep to compare",
  kept: (title) => `Kept to be compared with the next traced run: ${title}`,
  dropKept: "End the comparison",
  compared: "Two runs, side by side",
  firstRun: "Run 1",
  secondRun: "Run 2",
  ratio: "2 : 1",
  tracedTime: "time with a trace",
  plainTime: "time without a trace",
  goroutines: "goroutines",
  allTogether: (state) => `${state}, all together`,
  spread: (count, middle, low, high) =>
    count === 1 ? `${middle}, once` : `${middle} in the middle of ${count}, from ${low} to ${high}`,
};
