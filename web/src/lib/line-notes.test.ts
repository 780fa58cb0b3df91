import { expect, test } from "vitest";
import { lineNotes } from "./line-notes";

test("notes find their lines, in the order of the lines", () => {
  const source = "package main\n\nfunc main() {\n\twg.Wait()\n}\n";
  expect(lineNotes(source, { "wg.Wait": "waits", "func main": "begins", gone: "nowhere" })).toEqual(
    [
      { line: 3, code: "func main() {", note: "begins" },
      { line: 4, code: "wg.Wait()", note: "waits" },
    ],
  );
});
