import { expect, test } from "vitest";
import { helpKeys } from "./help-panel";
import { keyAction, plainKeys } from "./keyboard";

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

test("the list of keys has every key, and only those", () => {
  const listed = Object.values(helpKeys).flat();
  const same: Record<string, string> = { "=": "+", _: "-", Escape: "Esc", " ": "Enter" };
  for (const name of plainKeys) {
    const shown = same[name] ?? (name.length === 1 ? name.toUpperCase() : name);
    expect(listed, name).toContain(shown);
  }
  const arrows = { "↑": "ArrowUp", "↓": "ArrowDown", "←": "ArrowLeft", "→": "ArrowRight" };
  for (const keys of listed) {
    const [last, ...held] = keys === "+" ? ["+"] : keys.split("+").reverse();
    const name =
      { ...arrows, Esc: "Escape" }[last!] ?? (last!.length === 1 ? last!.toLowerCase() : last!);
    const shiftKey = held.includes("Shift");
    const pressed = shiftKey && name.length === 1 ? name.toUpperCase() : name;
    expect(key(pressed, { shiftKey, ctrlKey: held.includes("Ctrl") }), keys).not.toBeNull();
  }
});
