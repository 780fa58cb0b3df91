import { expect, test } from "vitest";
import { coloured } from "./colours";
import { hostileText, seeded } from "./fuzz";
import { coloursOf } from "./highlight";

const plain = (code: string, colours: string) =>
  coloured(code, colours)
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");

test("coloured code is the code", () => {
  const go = 'package main\n\n// アヒル\nfunc main() { println("🦆", `a\n\nb`) }\n';
  const colours = coloursOf(go, "go");
  expect(`${plain(go, colours)}\n`).toBe(go);
  const tokens = coloured(go, colours).flat();
  for (const [text, name] of [
    ["package", "keyword"],
    ["// アヒル", "comment"],
    ["main", "name"],
    ['"🦆"', "string"],
    ["`a", "string"],
    ["b`", "string"],
  ]) {
    expect(tokens).toContainEqual({ text, class: name });
  }
  const python = "def quack(n: int) -> None:\n    return 1\n";
  const words = coloured(python, coloursOf(python, "python")).flat();
  expect(words).toContainEqual({ text: "def", class: "keyword" });
  expect(words).toContainEqual({ text: "1", class: "number" });
});

test("code that does not parse is shown all the same", () => {
  for (const code of ["", "\n", 'func func {{{ \0 "', "def (:\n\t\t"]) {
    expect(plain(code, coloursOf(code, "go"))).toBe(code.replace(/\n$/, ""));
  }
});

test("colours of another text, or none at all, take nothing away", () => {
  const code = "package main\n\nfunc main() {}\n";
  for (const colours of ["", "x", "99999999999999999999k", "7k0s-3n2q1", "0k".repeat(9)]) {
    expect(plain(code, colours)).toBe(code.trimEnd());
  }
  const random = seeded(5);
  for (let i = 0; i < 300; i++) {
    const colours = hostileText(random, ["1", "25", "0", "k", "-", "zz", "\n"], 20);
    expect(plain(code, colours)).toBe(code.trimEnd());
  }
});
