import { describe, expect, test } from "vitest";
import type { Flag } from "./flags";
import {
  argumentsOf,
  cleanValue,
  commandLine,
  longestValue,
  problemOf,
  sameValue,
} from "./flag-values";

const n: Flag = {
  name: "n",
  kind: "int",
  usage: "",
  default: "10",
  range: { min: "1", max: "100" },
};
const d: Flag = {
  name: "d",
  kind: "duration",
  usage: "",
  default: "100ms",
  range: { min: "1ms", max: "10s" },
};
const mode: Flag = {
  name: "mode",
  kind: "choice",
  usage: "",
  default: "plain",
  choices: ["plain", "lock"],
};
const v: Flag = { name: "v", kind: "bool", usage: "", default: "false" };
const u: Flag = { name: "u", kind: "uint", usage: "", default: "0" };
const f: Flag = { name: "f", kind: "float", usage: "", default: "0.5" };
const text: Flag = { name: "text", kind: "string", usage: "", default: "" };

describe("cleanValue", () => {
  test.each([
    [n, "２０", "20"],
    [n, " 7\u0000", "7"],
    [d, "２００ｍｓ", "200ms"],
    [mode, "ｌｏｃｋ", "lock"],
    [text, "もるぱこ\n２０", "もるぱこ ２０"],
  ])("%o %j", (flag, raw, want) => {
    expect(cleanValue(flag, raw)).toBe(want);
  });

  test("bounds a value by characters, not by halves of them", () => {
    expect([...cleanValue(text, "🦆".repeat(5000))]).toHaveLength(longestValue);
  });
});

describe("problemOf", () => {
  test.each([
    [n, "1", null],
    [n, "0x10", null],
    [n, "0", { kind: "range", min: "1", max: "100" }],
    [n, "101", { kind: "range", min: "1", max: "100" }],
    [n, "1.5", { kind: "whole" }],
    [n, "", { kind: "number" }],
    [n, "many", { kind: "number" }],
    [u, "-1", { kind: "natural" }],
    [f, ".25", null],
    [f, "half", { kind: "number" }],
    [d, "1s", null],
    [d, "100", { kind: "duration" }],
    [d, "11s", { kind: "range", min: "1ms", max: "10s" }],
    [mode, "lock", null],
    [mode, "atomic", { kind: "choice", choices: ["plain", "lock"] }],
    [v, "T", null],
    [v, "yes", { kind: "bool" }],
    [text, "anything", null],
  ])("%o %j", (flag, value, want) => {
    expect(problemOf(flag, value)).toEqual(want);
  });
});

test("values in other words are the same", () => {
  expect(sameValue(d, "0.1s", "100ms")).toBe(true);
  expect(sameValue(n, "0xa", "10")).toBe(true);
  expect(sameValue(v, "1", "true")).toBe(true);
  expect(sameValue(v, "yes", "no")).toBe(false);
  expect(sameValue(n, "x", "y")).toBe(false);
});

const flags = [n, d, mode, v, text];

test("only what differs from the defaults becomes an argument", () => {
  expect(argumentsOf(flags, {})).toEqual([]);
  expect(argumentsOf(flags, { n: "10", d: "0.1s", mode: "plain", v: "0" })).toEqual([]);
  expect(argumentsOf(flags, { n: "２０", v: "true", text: "a b", other: "1" })).toEqual([
    "-n=20",
    "-v=true",
    "-text=a b",
  ]);
});

test("the command line can be pasted into a shell", () => {
  const program = "./wasm/demos/threads";
  expect(commandLine(program, flags, {})).toBe("go run ./wasm/demos/threads");
  expect(commandLine(program, flags, { n: "20", v: "true" })).toBe(
    "go run ./wasm/demos/threads -n 20 -v",
  );
  expect(commandLine(program, flags, { text: "it's; rm -rf /" })).toBe(
    `go run ./wasm/demos/threads -text 'it'\\''s; rm -rf /'`,
  );
});
