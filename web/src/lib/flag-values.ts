// Values of flags: made clean, judged, and turned into arguments.
import { asciiNumber, parseFloating, parseInteger } from "./digits";
import { parseDuration } from "./duration";
import type { Flag } from "./flags";

/** Values by flag name, as text. */
export type Values = Record<string, string>;

/** What is wrong with a value. The program says so too when it is run with it. */
export type Problem =
  | { kind: "number" | "whole" | "natural" | "duration" | "bool" }
  | { kind: "range"; min: string; max: string }
  | { kind: "choice"; choices: string[] };

/** Longer values are cut: wasm_exec.js takes 12 kB of arguments and environment in all. */
export const longestValue = 1000;

/**
 * A value as an argument may carry it: no control characters (a NUL would end
 * the argument), bounded, numbers in ASCII. Free text keeps its script.
 */
export function cleanValue(flag: Flag, raw: string): string {
  const text = raw.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
  const cut = [...text].slice(0, longestValue).join("");
  return flag.kind === "string" ? cut : asciiNumber(cut);
}

/** The number a value stands for: nanoseconds for a duration, null if it is none. */
export function numberOf(flag: Flag, value: string): number | null {
  switch (flag.kind) {
    case "int":
    case "uint":
      return parseInteger(value);
    case "float":
      return parseFloating(value);
    case "duration":
      return parseDuration(value);
    default:
      return null;
  }
}

/** The bounds of a flag in the unit of numberOf; null without a range that can be read. */
export function boundsOf(flag: Flag): { min: number; max: number } | null {
  if (!flag.range) return null;
  const min = numberOf(flag, flag.range.min);
  const max = numberOf(flag, flag.range.max);
  return min === null || max === null || min >= max ? null : { min, max };
}

/** Judges a clean value; null when the program should take it. */
export function problemOf(flag: Flag, value: string): Problem | null {
  switch (flag.kind) {
    case "string":
      return null;
    case "bool":
      return bools.has(value) ? null : { kind: "bool" };
    case "choice": {
      const choices = flag.choices ?? [];
      return choices.includes(value) ? null : { kind: "choice", choices };
    }
    default:
      return numberProblem(flag, value);
  }
}

/** What Go's strconv.ParseBool takes, and what it means. */
const bools = new Map(
  Object.entries({ "1": true, t: true, T: true, true: true, TRUE: true, True: true }).concat(
    Object.entries({ "0": false, f: false, F: false, false: false, FALSE: false, False: false }),
  ),
);

/** Whether a boolean flag's value is true. */
export const isTrue = (value: string): boolean => bools.get(value) ?? false;

function numberProblem(flag: Flag, value: string): Problem | null {
  const number = numberOf(flag, value);
  if (number === null) {
    if (flag.kind === "duration") return { kind: "duration" };
    return { kind: flag.kind !== "float" && parseFloating(value) !== null ? "whole" : "number" };
  }
  const bounds = boundsOf(flag);
  const inside = !bounds || (number >= bounds.min && number <= bounds.max);
  if (flag.range && !inside) return { kind: "range", ...flag.range };
  return flag.kind === "uint" && /^[-+]/.test(value) ? { kind: "natural" } : null;
}

/** Whether two values mean the same to the program: 100ms and 0.1s do. */
export function sameValue(flag: Flag, a: string, b: string): boolean {
  if (a === b) return true;
  if (flag.kind === "bool") return bools.has(a) && bools.get(a) === bools.get(b);
  const number = numberOf(flag, a);
  return number !== null && number === numberOf(flag, b);
}

/** The flags whose values differ from the program's defaults, with clean values, in flag order. */
export function changed(flags: Flag[], values: Values): [Flag, string][] {
  return flags
    .map((flag): [Flag, string] => [flag, cleanValue(flag, values[flag.name] ?? flag.default)])
    .filter(([flag, value]) => !sameValue(flag, value, flag.default));
}

/** Arguments for the program, such as ["-n=20"]; only what differs from its defaults. */
export function argumentsOf(flags: Flag[], values: Values): string[] {
  return changed(flags, values).map(([flag, value]) => `-${flag.name}=${value}`);
}

/** The same run as a command to type, such as "go run ./wasm/demos/threads -n 20". */
export function commandLine(program: string, flags: Flag[], values: Values): string {
  const words = changed(flags, values).map(([flag, value]) => {
    if (flag.kind !== "bool") return `-${flag.name} ${shellWord(value)}`;
    return value === "true" ? `-${flag.name}` : `-${flag.name}=${shellWord(value)}`;
  });
  return ["go run", program, ...words].join(" ");
}

/** A word as a POSIX shell reads it back. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
