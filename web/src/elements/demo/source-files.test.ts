import { expect, test } from "vitest";
import { hostileText, seeded } from "../../lib/fuzz";
import { faultOf, largestSource, placed, programOf } from "./source-files";

test("a plain program is one file with the lesson's name", () => {
  const program = programOf("package main\nfunc main() {}\n", "main.go");
  expect(program).toEqual({
    files: { "main.go": "package main\nfunc main() {}\n" },
    data: {},
    test: false,
    benchmarks: false,
  });
});

test("a file of tests alone is a test", () => {
  const text =
    "package ducks\nfunc TestÄhnlich(t *testing.T) {}\nfunc BenchmarkX(b *testing.B) {}\n";
  expect(programOf(text, "prog.go")).toMatchObject({ test: true, benchmarks: true });
  expect(Object.keys(programOf(text, "prog.go").files)).toEqual(["prog_test.go"]);
  expect(programOf(`${text}func main() {}`, "prog.go")).toMatchObject({ test: false });
  expect(programOf("func Testify(t int) {}\n// func TestX(\n", "prog.go").test).toBe(false);
  const deeper = "package main\n-- a/a_test.go --\nfunc TestX(t *testing.T) {}";
  expect(programOf(deeper, "prog.go").test).toBe(false);
  expect(programOf("-- a.go --\n-- a_test.go --\nfunc TestX(t *testing.T) {}", "x").test).toBe(
    true,
  );
});

test("files that are no Go are the program's to read", () => {
  const { files, data } = programOf(
    "package main\n-- go.mod --\nmodule x\n-- a/名前.txt --\nあ",
    "main.go",
  );
  expect(Object.keys(files)).toEqual(["main.go", "go.mod", "a/名前.txt"]);
  expect(Object.entries(data)).toEqual([["a/名前.txt", new TextEncoder().encode("あ")]]);
});

test.each([
  ["package main\n-- ../a.go --\n", { fault: { kind: "name", name: "../a.go" }, line: 2 }],
  ["x\n-- /etc/passwd --\n", { fault: { kind: "name", name: "/etc/passwd" }, line: 2 }],
  ["x\n-- a\\b.go --\n", { fault: { kind: "name", name: "a\\b.go" }, line: 2 }],
  ["x\n\n-- main.go --\n", { fault: { kind: "twice", name: "main.go" }, line: 3 }],
  ["x".repeat(largestSource + 1), { fault: { kind: "large", limit: largestSource }, line: 0 }],
  ["x\n-- __proto__ --\n-- constructor --\n", null],
])("what is wrong with %.20j", (text, fault) => {
  expect(faultOf(text, "main.go")).toEqual(fault);
});

test("complaints stand where the whole text has their line", () => {
  const text = "package main\n-- b.go --\npackage main\nfunc f(\n";
  const at = (file: string, line: number) =>
    placed(text, "main.go", [{ file, line, column: 3, message: "m" }])[0];
  expect(at("main.go", 1)).toEqual({ line: 1, column: 3, message: "m" });
  expect(at("b.go", 2)).toEqual({ line: 4, column: 3, message: "m" });
  expect(at("", 0)).toEqual({ line: 0, column: 0, message: "m" });
  expect(at("elsewhere.go", 7)).toEqual({ line: 0, column: 0, message: "m" });
});

test("no text makes it throw", () => {
  const random = seeded(3);
  const pieces = ["-- ", " --\n", "__proto__", "func TestX(", "a.go", "/", "..", "\n"];
  for (let i = 0; i < 500; i++) {
    const text = hostileText(random, pieces, 30);
    expect(() => [programOf(text, "main.go"), faultOf(text, "main.go")]).not.toThrow();
  }
});
