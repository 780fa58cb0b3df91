// What the text of the editor is to the compiler: its files, and the way back
// from the compiler's lines to the text's.

import type { Diagnostic, Files } from "../../machine/toolchain/api";
import { filesOf, type TextFile } from "../../lib/txtar";

/** The most that is compiled, in UTF-16 units: a program of twenty thousand lines. */
export const largestSource = 1 << 19;

export interface Sources {
  files: Files;
  /** Files that are no Go, for the program to read when it runs. */
  data: Record<string, Uint8Array>;
  /** It has tests or benchmarks, and they are what runs. */
  test: boolean;
  benchmarks: boolean;
}

/** A complaint at its place in the whole text; 0 where there is no place. */
export interface Problem {
  line: number;
  column: number;
  message: string;
}

const isGo = (name: string) => name.endsWith(".go");
/** Tests of the program; those of its folders are not run. */
const isTest = (name: string) => name.endsWith("_test.go") && !name.includes("/");
const testFunction = /^func (?:Test|Benchmark|Example|Fuzz)(?![a-z])[\p{L}\p{N}_]*\(/mu;
const benchmark = /^func Benchmark(?![a-z])[\p{L}\p{N}_]*\(/mu;
const main = /^func main\(\s*\)/m;

/** The text's files, named: what stands before the first name is called as the lesson's own file. */
function named(text: string, first: string): TextFile[] {
  return filesOf(text).map((file) =>
    file.name === "" ? { ...file, name: nameOfFirst(file.text, first) } : file,
  );
}

/** A lone file of tests is one that the go command would take for a test. */
function nameOfFirst(text: string, name: string): string {
  const test = testFunction.test(text) && !main.test(text);
  return test ? name.replace(/\.go$/, "_test.go") : name;
}

/** What a text is to the compiler. first names what stands before the first file. */
export function programOf(text: string, first: string): Sources {
  const files = named(text, first);
  const tests = files.filter(({ name }) => isTest(name)).map((file) => file.text);
  const encoder = new TextEncoder();
  const rest = files.filter(({ name }) => !isGo(name) && name !== "go.mod");
  return {
    files: Object.fromEntries(files.map((file) => [file.name, file.text])),
    data: Object.fromEntries(rest.map((file) => [file.name, encoder.encode(file.text)])),
    test: tests.some((source) => testFunction.test(source)),
    benchmarks: tests.some((source) => benchmark.test(source)),
  };
}

export type FileFault =
  | { kind: "large"; limit: number }
  | { kind: "name"; name: string }
  | { kind: "twice"; name: string };

/** What is wrong with the files before any compiler sees them, and where. */
export function faultOf(text: string, first: string): { fault: FileFault; line: number } | null {
  if (text.length > largestSource)
    return { fault: { kind: "large", limit: largestSource }, line: 0 };
  const seen = new Set<string>();
  for (const { name, line } of named(text, first)) {
    if (!isSafe(name)) return { fault: { kind: "name", name }, line: line - 1 };
    if (seen.has(name)) return { fault: { kind: "twice", name }, line: line - 1 };
    seen.add(name);
  }
  return null;
}

/** A relative path that stays where it begins, and that no file system takes for something else. */
function isSafe(name: string): boolean {
  const parts = name.split("/");
  const plain = parts.every((part) => part !== "" && part !== "." && part !== "..");
  return plain && name.length <= 200 && !/[\\:\u0000-\u001f\u007f]/.test(name);
}

/** The compiler's complaints at the places of the whole text. */
export function placed(text: string, first: string, diagnostics: readonly Diagnostic[]): Problem[] {
  const files = new Map(named(text, first).map((file) => [file.name, file]));
  return diagnostics.map(({ file, line, column, message }) => {
    const at = files.get(file);
    if (!at || line === 0) return { line: 0, column: 0, message };
    return { line: at.line + line - 1, column, message };
  });
}

/** Where a line of a file stands in the whole text; 0 where it does not. */
export function lineInText(
  text: string,
  first: string,
  { file, line }: { file: string; line: number },
): number {
  const at = named(text, first).find(({ name }) => name === file);
  return at ? at.line + line - 1 : 0;
}

/** The line within its file for one of the whole text. */
export function lineOfProgram(text: string, line: number): number {
  const file = filesOf(text).findLast((each) => each.line <= line);
  return file ? line - file.line + 1 : line;
}
