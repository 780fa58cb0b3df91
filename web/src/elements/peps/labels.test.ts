import { expect, test } from "vitest";
import { overlap, shorten } from "./labels";

test("long titles are cut at a word", () => {
  expect(shorten("Type Hints")).toBe("Type Hints");
  expect(shorten("Distributing a Python Package with Long Names", 20)).toBe("Distributing a…");
});

test("boxes that only touch do not overlap", () => {
  const box = { left: 0, right: 10, top: 0, bottom: 10 };
  expect(overlap(box, { ...box, left: 10, right: 20 })).toBe(false);
  expect(overlap(box, { ...box, left: 9, right: 20 })).toBe(true);
});
