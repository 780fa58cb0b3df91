import { expect, test } from "vitest";
import { FigureLines, toFigure } from "./figures";

const bytes = (text: string) => new TextEncoder().encode(text);
const line = (value: number) => `{"key":"k","label":"短い","value":${value},"unit":"s"}\n`;

test("figures come from lines, however they are cut", () => {
  const lines = new FigureLines();
  const text = bytes(line(1) + line(2));
  const found = [...text].flatMap((byte) => lines.push(Uint8Array.of(byte)));
  expect(found.map((r) => r.type === "figure" && [r.figure.value, r.figure.label])).toEqual([
    [1, "短い"],
    [2, "短い"],
  ]);
});

test("what is no figure is passed over", () => {
  const lines = new FigureLines();
  const odd = ["", "null", "[]", "{", '{"key":"k"}', `"${"x".repeat(10_000)}"`, "\xff"].join("\n");
  expect(lines.push(bytes(odd + "\n" + line(3)))).toHaveLength(1);
});

test("figures and drawings are told apart, and neither can crowd out the other", () => {
  const lines = new FigureLines();
  const route = '{"drawing":"route","of":"a","places":[]}\n';
  expect(lines.push(bytes(line(1).repeat(1001) + route)).at(-1)).toEqual({
    type: "drawing",
    drawing: { drawing: "route", of: "a", places: [] },
  });
  expect(lines.push(bytes(route.repeat(5000)))).toHaveLength(3999);
  expect(lines.push(bytes('{"drawing":"dream","key":"k"}\n'))).toHaveLength(0);
});

test("a flood of figures ends", () => {
  const lines = new FigureLines();
  const all = Array.from({ length: 5000 }, (_, i) => line(i)).join("");
  expect(lines.push(bytes(all))).toHaveLength(1000);
});

const ribbon = { key: "k", label: "l", value: 0.1, unit: "s" };
const lane = { name: "1", states: "RRbbsrd" };

test("a ribbon comes with its lanes and nothing else", () => {
  const odd = { ...ribbon, more: 1, lanes: [{ ...lane, more: 1 }, lane] };
  expect(toFigure(odd)).toEqual({ ...ribbon, lanes: [lane, lane] });
});

test.each([
  [[]],
  ["RRR"],
  [null],
  [Array.from({ length: 13 }, () => lane)],
  [[lane, null]],
  [[{ name: 1, states: "R" }]],
  [[{ name: "n".repeat(21), states: "R" }]],
  [[{ name: "1", states: "" }]],
  [[{ name: "1", states: "RxR" }]],
  [[{ name: "1", states: "R\n" }]],
  [[{ name: "1", states: "R".repeat(241) }]],
])("%j are no lanes", (lanes) => {
  expect(toFigure({ ...ribbon, lanes })).toBeUndefined();
});

test("a ribbon of no time is none", () => {
  expect(toFigure({ ...ribbon, value: 0, lanes: [lane] })).toBeUndefined();
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
