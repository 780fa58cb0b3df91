import { describe, expect, it } from "vitest";
import type { PictureFacts } from "./facts";
import { sheetOf } from "./layout";
import type { Mark, Measure } from "./sheet";

/** Letters as wide as they are in a typewriter; Japanese ones twice that. */
const measure: Measure = (text) =>
  Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e80" ? 14 : 7), 0);

const facts: PictureFacts = {
  title: "Ahiru: threads",
  command: "go run ./wasm/demos/threads",
  ribbons: [],
  scales: [],
  output: [],
  linesLeftOut: (n) => `${n} more`,
  ending: "Finished in 1 s.",
  origin: "Measured here.",
  link: "https://example.org/demos/threads/",
};

const textsOf = (marks: Mark[]) => marks.flatMap((m) => (m.kind === "text" ? [m.text] : []));

function draw(some: Partial<PictureFacts>) {
  const sheet = sheetOf({ ...facts, ...some }, measure);
  for (const mark of sheet.marks) {
    const left =
      mark.kind === "text" && mark.right ? mark.x - measure(mark.text, mark.font) : mark.x;
    const width = mark.kind === "text" ? measure(mark.text, mark.font) : mark.width;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(sheet.width);
    expect(mark.y).toBeLessThan(sheet.height);
  }
  return { ...sheet, texts: textsOf(sheet.marks) };
}

describe("the picture of a run", () => {
  it("says what ran, how it ended, where, and where it can be repeated", () => {
    const { texts } = draw({});
    expect(texts).toEqual([
      "Ahiru: threads",
      "go run ./wasm/demos/threads",
      "Finished in 1 s. Measured here.",
      "https://example.org/demos/threads/",
    ]);
  });

  it("has a bar for each figure of a scale, on one scale, and none for one alone", () => {
    const row = (label: string, amount: number) => ({
      label,
      value: `${amount} s`,
      amount,
      ratio: "",
    });
    const { marks, texts } = draw({ scales: [[row("a", 1), row("b", 2)], [row("c", 7)]] });
    const filled = marks.filter((m) => m.ink === "accent" && m.kind === "rect");
    expect(filled.map((m) => m.kind === "rect" && m.width)).toEqual([356, 712]);
    expect(texts).toContain("7 s");
  });

  it("shows lanes in the colours and heights of their states", () => {
    const lane = { name: "one", states: "RRss", shares: "running 50 %" };
    const { marks } = draw({ ribbons: [{ label: "who runs", span: "1 s", lanes: [lane] }] });
    const lanes = marks.filter((m) => m.ink === "running" || m.ink === "sleeping");
    expect(lanes.map((m) => m.kind === "rect" && [m.width, m.height])).toEqual([
      [356, 16],
      [356, 3.2],
    ]);
  });

  it("keeps the beginning and the end of much output, and says how much is between", () => {
    const lines = (n: number) => Array.from({ length: n }, (_, i) => `line ${i + 1}`);
    const { texts } = draw({ output: lines(100) });
    expect(texts).toContain("line 14");
    expect(texts).not.toContain("line 15");
    expect(texts).toContain("⋯ 78 more");
    expect(texts).toContain("line 93");
    expect(draw({ output: lines(22) }).texts).toContain("line 15");
  });

  it("keeps within its edges whatever it is told", () => {
    const long = "x".repeat(5000);
    const words = "word ".repeat(300);
    const lane = { name: long, states: "R", shares: words };
    const { height, texts } = draw({
      title: words,
      command: long,
      ribbons: [{ label: long, span: long, lanes: [lane] }],
      scales: [[{ label: long, value: long, amount: NaN, ratio: long }]],
      output: ["", long, words],
      origin: "日本語の文は、空白がなくても折り返します。".repeat(20),
      link: `https://example.org/#${long}`,
    });
    expect(height).toBeLessThan(1200);
    expect(texts.filter((text) => text.endsWith("…")).length).toBeGreaterThan(5);
  });
});
