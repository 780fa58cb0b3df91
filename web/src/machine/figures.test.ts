import { expect, test } from "vitest";
import { FigureLines, toFigure } from "./figures";

const bytes = (text: string) => new TextEncoder().encode(text);
const line = (value: number) => `{"key":"k","label":"短い","value":${value},"unit":"s"}\n`;

test("figures come from lines, however they are cut", () => {
  const lines = new FigureLines();
  const text = bytes(line(1) + line(2));
  const found = [...text].flatMap((byte) => lines.push(Uint8Array.of(byte)));
  expect(found.map((f) => [f.value, f.label])).toEqual([
    [1, "短い"],
    [2, "短い"],
  ]);
});

test("what is no figure is passed over", () => {
  const lines = new FigureLines();
  const odd = ["", "null", "[]", "{", '{"key":"k"}', `"${"x".repeat(10_000)}"`, "\xff"].join("\n");
  expect(lines.push(bytes(odd + "\n" + line(3)))).toHaveLength(1);
});

test("a flood of figures ends", () => {
  const lines = new FigureLines();
  const all = Array.from({ length: 5000 }, (_, i) => line(i)).join("");
  expect(lines.push(bytes(all))).toHaveLength(1000);
});

test.each([
  { key: "", label: "l", value: 1, unit: "s" },
  { key: "k", label: "l", value: Infinity, unit: "s" },
  { key: "k", label: "l", value: "1", unit: "s" },
  { key: "k", label: "l".repeat(301), value: 1, unit: "s" },
  { key: "k", label: "l", value: 1 },
])("%o is no figure", (v) => {
  expect(toFigure(v)).toBeUndefined();
});
