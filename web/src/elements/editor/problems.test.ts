import { forEachDiagnostic } from "@codemirror/lint";
import { EditorState, Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { hostileText, seeded } from "../../lib/fuzz";
import { offsetOf, underline } from "./problems";

const doc = Text.of(["package main", "", "var 名前 = あひる + x", "🦆🦆 y"]);

test("columns count bytes, as the compiler's do", () => {
  const at = (line: number, column: number) => doc.sliceString(offsetOf(doc, { line, column }));
  expect(at(1, 9)).toMatch(/^main/);
  expect(at(3, 5)).toMatch(/^名前/);
  expect(at(3, 14)).toMatch(/^あひる/);
  expect(at(3, 26)).toMatch(/^x/);
  expect(at(4, 10)).toBe("y");
});

test("a place that the text does not have is the nearest", () => {
  expect(offsetOf(doc, { line: 0, column: 0 })).toBe(0);
  expect(offsetOf(doc, { line: 99, column: 1 })).toBe(doc.length);
  expect(offsetOf(doc, { line: 1, column: 99 })).toBe(12);
});

/** What is underlined, with its message. */
function marks(text: string, problems: Parameters<typeof underline>[1]): string[] {
  const state = EditorState.create({ doc: text });
  const found: string[] = [];
  const after = state.update(underline(state, problems)).state;
  forEachDiagnostic(after, (d, from, to) =>
    found.push(`${after.sliceDoc(from, to)}: ${d.message}`),
  );
  return found;
}

test("the word at the place is underlined, one character where there is none", () => {
  const problems = [
    { line: 1, column: 5, message: "word" },
    { line: 2, column: 2, message: "end" },
    { line: 0, column: 0, message: "no place" },
  ];
  expect(marks("var 名前 int\n}", problems)).toEqual(["名前: word", "}: end"]);
});

test("no text and no place makes it throw", () => {
  const random = seeded(7);
  for (let i = 0; i < 300; i++) {
    const text = hostileText(random, ["\n", "あ", "🦆", "\t", "x", "\r"], 20);
    const number = () => Math.floor(random() * 12) - 2;
    expect(() => marks(text, [{ line: number(), column: number(), message: "m" }])).not.toThrow();
  }
});
