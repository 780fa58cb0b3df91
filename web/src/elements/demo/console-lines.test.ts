import { beforeEach, describe, expect, test } from "vitest";
import { ConsoleLines, firstLines, lastLines, longestLine } from "./console-lines";

let lines: ConsoleLines;
const write = (text: string, ms = 0, stream: "stdout" | "stderr" = "stdout") =>
  lines.write({ stream, text, ms });
const texts = () => [...lines.first, ...lines.last].map((line) => line.text);

beforeEach(() => {
  lines = new ConsoleLines();
});

test("lines come in pieces and carry the time of their first", () => {
  write("a", 1);
  write("b\nc", 2);
  write("\r\n\nd", 3);
  expect(texts()).toEqual(["ab", "c", "", "d"]);
  expect(lines.first.map((line) => line.ms)).toEqual([1, 2, 3, 3]);
});

test("a line of the other stream begins a new line", () => {
  write("waiting", 1);
  write("oops\n", 2, "stderr");
  write("done\n", 3);
  expect(lines.first.map((line) => `${line.stream} ${line.text}`)).toEqual([
    "stdout waiting",
    "stderr oops",
    "stdout done",
  ]);
});

describe("bounded", () => {
  test("a million lines keep the first, the last and the number between", () => {
    const thousand = (from: number) =>
      Array.from({ length: 1000 }, (_, i) => `${from + i}\n`).join("");
    for (let from = 0; from < 1_000_000; from += 1000) write(thousand(from));
    expect(lines.total).toBe(1_000_000);
    expect([lines.first.length, lines.last.length]).toEqual([firstLines, lastLines]);
    expect(lines.skipped).toBe(1_000_000 - firstLines - lastLines);
    expect(lines.last[0]?.text).toBe(String(1_000_000 - lastLines));
    expect(lines.last.at(-1)?.id).toBe(999_999);
  });

  test("a line without end keeps its beginning and the number of the rest", () => {
    for (let i = 0; i < 100; i++) write("x".repeat(1000));
    expect(lines.first[0]?.text).toHaveLength(longestLine);
    expect(lines.first[0]?.cut).toBe(100_000 - longestLine);
  });
});
