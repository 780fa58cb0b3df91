import { expect, test } from "vitest";
import { pieces, withoutColours } from "./ansi";

test("codes of colours part a text, and stand in none of its parts", () => {
  expect(pieces("a \u001b[36mweb\u001b[0m | b")).toEqual([
    { text: "a ", colour: null },
    { text: "web", colour: 6 },
    { text: " | b", colour: null },
  ]);
  expect(pieces("\u001b[1;91mx\u001b[39my\u001b[my")).toEqual([
    { text: "x", colour: 1 },
    { text: "y", colour: null },
    { text: "y", colour: null },
  ]);
});

test("text without codes is one piece, and none is none", () => {
  expect(pieces("plain")).toEqual([{ text: "plain", colour: null }]);
  expect(pieces("")).toEqual([]);
  expect(pieces("\u001b[31m")).toEqual([]);
});

test("what is no colour stays as it is", () => {
  for (const text of ["\u001b[2J", "\u001b[", "\u001b[31", "[31m", "\u001b]0;title\u0007"]) {
    expect(pieces(text)).toEqual([{ text, colour: null }]);
    expect(withoutColours(text)).toBe(text);
  }
  expect(withoutColours("\u001b[36mweb\u001b[0m")).toBe("web");
});
