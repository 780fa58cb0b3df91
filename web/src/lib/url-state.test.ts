import { expect, test } from "vitest";
import { hostileText, seeded } from "./fuzz";
import { readState, writeState } from "./url-state";

test("the form of version 1 is kept for ever", () => {
  expect(writeState({ "-n": "20", "-d": "50ms" })).toBe("#v1=-d=50ms&-n=20");
  expect(readState("#v1=-d=50ms&-n=20")).toEqual({ "-d": "50ms", "-n": "20" });
  expect(writeState({})).toBe("");
});

test("what is not ours is left alone", () => {
  for (const fragment of ["", "#", "#chapter-2", "#v2=n=1", "v1=n=1"]) {
    expect(readState(fragment)).toBeNull();
  }
});

test("broken escapes, empty keys and keys of objects do no harm", () => {
  expect(readState("#v1=a=%E0%A4%A&=x&b=%zz")).toEqual({ a: "\ufffd%A", b: "%zz" });
  const state = readState("#v1=__proto__=x&constructor=y") ?? {};
  expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
  expect(Object.keys(state)).toEqual(["__proto__", "constructor"]);
});

test("a fragment or record too large is cut down", () => {
  expect(readState("#v1=a=" + "x".repeat(200_000))).toBeNull();
  const many = Array.from({ length: 1000 }, (_, i) => `k${i}=1`).join("&");
  expect(Object.keys(readState("#v1=" + many) ?? {})).toHaveLength(200);
});

test("hostile fragments never throw, and what was read is read again", () => {
  const random = seeded(3);
  for (let i = 0; i < 3000; i++) {
    const text = hostileText(random, ["a", "=", "&", "%", "+", "-n", "%F", "00", "🦆", " "], 30);
    const state = readState("#v1=" + text) ?? {};
    expect(readState(writeState(state)) ?? {}).toEqual(state);
  }
});
