import { expect, test } from "vitest";
import { resolve } from "./path";
import type { Step } from "./path";

const steps: Record<string, Step> = {
  "/d": { kind: "directory" },
  "/d/e": { kind: "directory" },
  "/d/f": { kind: "file" },
  "/d/up": { kind: "link", target: ".." },
  "/to-e": { kind: "link", target: "d/e" },
  "/to-abs": { kind: "link", target: "/d/f" },
  "/loop": { kind: "link", target: "loop" },
  "/nowhere": { kind: "link", target: "absent" },
};
const look = (path: string) => steps[path];

test.each([
  ["/", "/"],
  ["//d/./e/", "/d/e"],
  ["/../../d", "/d"],
  ["/d/e/../f", "/d/f"],
  ["/to-e/../f", "/d/f"],
  ["/d/up/to-abs", "/d/f"],
  ["/d/new", "/d/new"],
  ["/nowhere", "/absent"],
])("%s is %s", (path, want) => {
  expect(resolve(path, true, look)).toBe(want);
});

test("the last link stays when it is meant itself", () => {
  expect(resolve("/to-e", false, look)).toBe("/to-e");
  expect(resolve("/to-e/", false, look)).toBe("/d/e");
  expect(resolve("/d/up/loop", false, look)).toBe("/loop");
});

test.each([
  ["/loop", "ELOOP"],
  ["/d/f/x", "ENOTDIR"],
  ["/d/f/", "ENOTDIR"],
  ["/d/f/.", "ENOTDIR"],
  ["/absent/x", "ENOENT"],
  ["/absent/..", "ENOENT"],
])("%s fails with %s", (path, code) => {
  expect(() => resolve(path, true, look)).toThrow(code);
});
