import { describe, expect, test } from "vitest";
import { asciiNumber, parseFloating, parseInteger } from "./digits";

test.each([
  ["２０", "20"],
  ["　１００ｍｓ ", "100ms"],
  ["ー５", "-5"],
  ["−5", "-5"],
  ["０．５", "0.5"],
  ["0。5s", "0.5s"],
  ["1,000,000", "1000000"],
  ["1,00", "1,00"],
  ["abc", "abc"],
  ["", ""],
])("asciiNumber(%j) is %j", (typed, want) => {
  expect(asciiNumber(typed)).toBe(want);
});

describe("parseInteger reads what Go's flag package reads", () => {
  test.each([
    ["0", 0],
    ["-12", -12],
    ["+3", 3],
    ["1_000", 1000],
    ["0x1F", 31],
    ["0b101", 5],
    ["010", 8],
    ["0o17", 15],
    ["08", null],
    ["1.0", null],
    ["1e3", null],
    ["_1", null],
    ["1__0", null],
    ["", null],
    ["ten", null],
  ])("%j is %j", (text, want) => {
    expect(parseInteger(text)).toBe(want);
  });
});

test.each([
  ["1.5", 1.5],
  [".5", 0.5],
  ["5.", 5],
  ["-1e-3", -0.001],
  ["1e999", null],
  ["Infinity", null],
  ["", null],
])("parseFloating(%j) is %j", (text, want) => {
  expect(parseFloating(text)).toBe(want);
});
