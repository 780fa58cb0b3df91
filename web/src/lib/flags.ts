// Reads what a Go program prints for -h (package flag, PrintDefaults), so that
// the page's controls and the command line are one thing.
import { parseFloating, parseInteger } from "./digits";
import { parseDuration } from "./duration";
import { unquote } from "./go-string";

export type FlagKind = "int" | "uint" | "float" | "duration" | "bool" | "string" | "choice";

/** One flag of a program. Values are text, as on a command line. */
export interface Flag {
  name: string;
  kind: FlagKind;
  /** The usage text without range, choices and default. */
  usage: string;
  /** What the program takes when the flag is not given; a zero value is spelled out. */
  default: string;
  /** Bounds as the usage text writes them, both included. */
  range?: { min: string; max: string };
  choices?: string[];
}

const typed: Record<string, FlagKind> = {
  "": "bool",
  int: "int",
  uint: "uint",
  float: "float",
  duration: "duration",
  string: "string",
};

const zero: Record<FlagKind, string> = {
  int: "0",
  uint: "0",
  float: "0",
  duration: "0s",
  bool: "false",
  string: "",
  choice: "",
};

const header = /^ {2}-([A-Za-z0-9][\w.-]*)(?: ([^\t]+))?(?:\t(.*))?$/;
const continuation = /^ {4}\t(.*)$/;

/** The flags of a -h text, in its order. Lines that are not flags are passed over; never throws. */
export function parseUsage(text: string): Flag[] {
  const found = new Map<string, { type: string; usage: string[] }>();
  let current: { type: string; usage: string[] } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const start = header.exec(line);
    const more = continuation.exec(line);
    if (start) {
      current = { type: start[2] ?? "", usage: start[3] === undefined ? [] : [start[3]] };
      found.set(start[1] ?? "", current);
    } else if (more) {
      current?.usage.push(more[1] ?? "");
    } else {
      current = undefined;
    }
  }
  return [...found].map(([name, { type, usage }]) => readFlag(name, type, usage.join("\n")));
}

/** Takes apart "usage text (1 to 100) (default 10)". */
function readFlag(name: string, type: string, text: string): Flag {
  const [beforeDefault, defaultText] = cut(text, / ?\(default ([\s\S]*)\)$/);
  const [beforeRange, min, max] = cut(beforeDefault, /\s*\(([^()\s]+) to ([^()\s]+)\)\s*$/);
  const [usage, list] = cut(beforeRange, /\s*\(([^()|]+(?:\|[^()|]+)+)\)\s*$/);
  const kind = list === undefined ? (typed[type] ?? guess(min, max)) : "choice";
  const flag: Flag = { name, kind, usage, default: unquote(defaultText ?? zero[kind]) };
  if (min !== undefined && max !== undefined && kind !== "string") flag.range = { min, max };
  if (list !== undefined) flag.choices = list.split("|").map((choice) => choice.trim());
  return flag;
}

/** The text before the pattern and what its groups caught, if it is there. */
function cut(text: string, pattern: RegExp): [string, ...(string | undefined)[]] {
  const match = pattern.exec(text);
  return match ? [text.slice(0, match.index), ...match.slice(1)] : [text];
}

/** A flag whose type has a name of its own (back quotes in the usage) is known by its bounds. */
function guess(min: string | undefined, max: string | undefined): FlagKind {
  if (min === undefined || max === undefined) return "string";
  if (parseInteger(min) !== null && parseInteger(max) !== null) return "int";
  if (parseFloating(min) !== null && parseFloating(max) !== null) return "float";
  return parseDuration(min) !== null && parseDuration(max) !== null ? "duration" : "string";
}
