import { beforeEach, expect, test } from "vitest";
import { Draft, type Shelf } from "./draft";

let kept: Map<string, string>;
let shelf: Shelf;

beforeEach(() => {
  kept = new Map();
  shelf = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => kept.set(key, text),
    removeItem: (key) => kept.delete(key),
  };
});

const open = () => new Draft("threads", "package main\n", shelf);

test("what was typed is there again, for its own lesson", () => {
  expect(open().recall()).toBe(false);
  expect(open().type("package main // あひる\n")).toBe(true);
  const draft = open();
  expect([draft.recall(), draft.text, draft.edited]).toEqual([
    true,
    "package main // あひる\n",
    true,
  ]);
  expect(new Draft("race", "", shelf).recall()).toBe(false);
});

test("the lesson's own text is not kept", () => {
  const draft = open();
  draft.type("x");
  draft.type("package main\n");
  expect([kept.size, draft.edited]).toEqual([0, false]);
});

test("a link leaves the reader's own work alone", () => {
  open().type("mine");
  const draft = open();
  draft.recall();
  draft.follow("linked", "abc");
  draft.type("linked, and changed");
  const again = open();
  again.recall();
  expect(again.text).toBe("mine");
  again.follow("linked", "abc");
  expect(again.text).toBe("linked, and changed");
  again.follow("another", "def");
  expect(again.text).toBe("another");
  again.leaveLink();
  expect([again.text, again.origin]).toEqual(["mine", "kept"]);
});

test("without a shelf, or with a full one, the text stays", () => {
  const bare = new Draft("threads", "", null);
  expect([bare.recall(), bare.type("x"), bare.text]).toEqual([false, false, "x"]);
  shelf.setItem = shelf.getItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const full = open();
  expect([full.recall(), full.type("x"), full.text]).toEqual([false, false, "x"]);
});
