import { expect, test } from "vitest";
import { longestEditable, toEditableLine } from "./editable";

test("a file that may be edited has a place and a text", () => {
  const line = { drawing: "file", path: "/tmp/x/prices.txt", text: "duck 3\n" };
  expect(toEditableLine({ ...line, more: 1 })).toEqual(line);
});

test.each([
  null,
  { drawing: "file" },
  { drawing: "file", path: "prices.txt", text: "" },
  { drawing: "file", path: "/", text: "" },
  { drawing: "file", path: "/tmp/", text: "" },
  { drawing: "file", path: "/tmp/a\u0000b", text: "" },
  { drawing: "file", path: "/" + "x".repeat(300), text: "" },
  { drawing: "file", path: "/tmp/x", text: "x".repeat(longestEditable + 1) },
  { drawing: "file", path: "/tmp/x", text: 7 },
])("anything else is none: %j", (v) => {
  expect(toEditableLine(v)).toBeUndefined();
});
