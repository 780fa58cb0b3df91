import { expect, test } from "vitest";
import type { Pep } from "./model";
import { makeSearch } from "./search";

const pep = (number: number, title: string) =>
  ({
    number,
    title,
    authors: number === 3107 ? ["Collin Winter", "Tony Lownds"] : [],
  }) as unknown as Pep;
const peps = [
  pep(1, "PEP Purpose and Guidelines"),
  pep(8, "Style Guide for Python Code"),
  pep(48, "A Made-up Number"),
  pep(83, "Typed Pipes"),
  pep(483, "The Theory of Type Hints"),
  pep(484, "Type Hints"),
  pep(563, "Postponed Evaluation of Annotations"),
  pep(754, "IEEE 754 Floating Point Special Values"),
  pep(3107, "Function Annotations"),
  pep(4840, "Résumé of C++ _names"),
];
const importance: Record<number, number> = { 484: 29, 3107: 10, 563: 8, 483: 5 };
const search = makeSearch(peps, (number) => importance[number] ?? 0);
const numbers = (typed: string) => search(typed).map((hit) => hit.number);

test.each([
  ["484", [484, 4840]],
  ["48", [48, 484, 483, 4840]],
  ["PEP 484", [484, 4840]],
  ["pep-0484", [484, 4840]],
  ["PEP484", [484, 4840]],
  ["４８４", [484, 4840]],
  ["754", [754]],
  ["pep", [1]],
  ["winter", [3107]],
  ["lown", [3107]],
  ["winter annotations", [3107]],
])("a number: %j", (typed, want) => expect(numbers(typed)).toEqual(want));

test.each([
  ["type hints", [484, 483]],
  ["HINTS type", [484, 483]],
  ["annot", [3107, 563]],
  ["typ", [484, 83, 483]],
  ["notations", [3107, 563]],
  ["resume", [4840]],
  ["c++", [4840]],
  ["_names", [4840]],
  ["type hints 48", [484, 483]],
])("words: %j", (typed, want) => expect(numbers(typed)).toEqual(want));

test("nothing typed and nothing found", () => {
  expect(numbers("")).toEqual([]);
  expect(numbers("  -.,!")).toEqual([]);
  expect(numbers("zebra")).toEqual([]);
  expect(numbers("type zebra")).toEqual([]);
});

test("keeps the pace of typing with 20,000 titles", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => pep(i + 1, `Title ${i} of many words`));
  const large = makeSearch(many, () => 0);
  expect(large("many wor", 10)).toHaveLength(10);
});
