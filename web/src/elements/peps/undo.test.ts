import { expect, test } from "vitest";
import { Undo } from "./undo";

test("back, forth, and what was undone is given up by another step", () => {
  const undo = new Undo(0);
  expect([undo.undo(), undo.redo(), undo.canUndo, undo.canRedo]).toEqual([
    null,
    null,
    false,
    false,
  ]);
  undo.do(1);
  undo.do(2);
  expect([undo.undo(), undo.undo(), undo.undo(), undo.now]).toEqual([1, 0, null, 0]);
  expect(undo.redo()).toBe(1);
  undo.do(5);
  expect([undo.canRedo, undo.redo(), undo.undo(), undo.redo()]).toEqual([false, null, 1, 5]);
});

test("to amend is no step", () => {
  const undo = new Undo("a");
  undo.do("b");
  undo.amend("c");
  expect([undo.undo(), undo.redo()]).toEqual(["a", "c"]);
});

test("the line has an end", () => {
  const undo = new Undo(0);
  for (let i = 1; i <= 1000; i++) undo.do(i);
  let steps = 0;
  while (undo.undo() !== null) steps++;
  expect(steps).toBe(199);
  expect(undo.now).toBe(801);
});
