import { expect, test } from "vitest";
import { keyAction } from "./keyboard";

const key = (name: string, held: object = {}) =>
  keyAction({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...held,
  });

test("arrows walk, and move the view with Shift", () => {
  expect(key("ArrowLeft")).toEqual({ do: "walk", direction: "left" });
  expect(key("ArrowUp", { shiftKey: true })).toEqual({ do: "pan", direction: "up" });
});

test("the browser keeps its own keys", () => {
  expect(key("ArrowLeft", { altKey: true })).toBeNull();
  expect(key("+", { ctrlKey: true })).toBeNull();
  expect(key("Tab")).toBeNull();
  expect(key("constructor")).toBeNull();
});

test("one key each", () => {
  expect(key("0")).toEqual({ do: "fit" });
  expect(key("=")).toEqual({ do: "zoom", by: 1 });
  expect(key("/")).toEqual({ do: "search" });
});
