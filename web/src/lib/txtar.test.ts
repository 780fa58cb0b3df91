import { expect, test } from "vitest";
import { hostileText, seeded } from "./fuzz";
import { fileNamed, filesOf, textOf } from "./txtar";

test("a text without markers is one file", () => {
  expect(filesOf("package main\n")).toEqual([{ name: "", text: "package main\n", line: 1 }]);
  expect(filesOf("")).toEqual([{ name: "", text: "", line: 1 }]);
});

test("files know the line they begin on", () => {
  const text = "package main\n-- go.mod --\nmodule x\n-- 名前/あひる.go --\npackage a";
  expect(filesOf(text)).toEqual([
    { name: "", text: "package main\n", line: 1 },
    { name: "go.mod", text: "module x\n", line: 3 },
    { name: "名前/あひる.go", text: "package a", line: 5 },
  ]);
  expect(textOf(filesOf(text))).toBe(text);
});

test("space before the first marker is no file", () => {
  expect(
    filesOf("\n-- a.go --\nx\r\n-- b.go --\r\n").map(({ name, line }) => [name, line]),
  ).toEqual([
    ["a.go", 3],
    ["b.go", 5],
  ]);
});

test("what is no marker is text", () => {
  for (const line of ["--  --", "-- --", "--a--", " -- a --", "-- a", "a --", "-- a -- b"]) {
    expect(fileNamed(line)).toBe(null);
  }
  expect(fileNamed("--   a b  --  ")).toBe("a b");
});

test("taking apart and putting together again settles", () => {
  const random = seeded(11);
  for (let i = 0; i < 500; i++) {
    const text = hostileText(random, ["-- ", " --", "a.go", "\n", "\r\n", " ", "x"], 30);
    const once = textOf(filesOf(text));
    expect(textOf(filesOf(once))).toBe(once);
    const starts = filesOf(text).map(({ line }) => text.split("\n")[line - 2] ?? "");
    filesOf(text).forEach(({ name }, at) => name && expect(fileNamed(starts[at]!)).toBe(name));
  }
});
