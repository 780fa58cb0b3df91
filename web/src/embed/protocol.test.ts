import { describe, expect, it } from "vitest";
import { fromFrame, isColour, toAsk, toHeight, toLook } from "./protocol";

describe("messages", () => {
  it("takes what belongs to the protocol and drops members that do not", () => {
    const ask = { ahiru: 1, ask: 3, member: "run", args: [] };
    expect(toAsk({ ...ask, extra: true })).toEqual(ask);
    expect(fromFrame({ ahiru: 1, answer: 3, value: 4 })).toEqual({ ahiru: 1, answer: 3, value: 4 });
    expect(fromFrame({ ahiru: 1, answer: 3, fault: "No." })).toEqual({
      ahiru: 1,
      answer: 3,
      fault: "No.",
    });
    expect(fromFrame({ ahiru: 1, told: "hello" })).toMatchObject({ told: "hello" });
  });

  it.each([
    null,
    undefined,
    "ahiru",
    7,
    [],
    {},
    { ahiru: 2, ask: 1, member: "run", args: [] },
    { ahiru: "1", ask: 1, member: "run", args: [] },
    { ahiru: 1, ask: "1", member: "run", args: [] },
    { ahiru: 1, ask: 1.5, member: "run", args: [] },
    { ahiru: 1, ask: 1, member: 7, args: [] },
    { ahiru: 1, ask: 1, member: "run" },
    { ahiru: 1, told: "stolen" },
    { secret: "x", message: "height", value: 3 },
  ])("ignores %j", (data) => {
    expect(toAsk(data)).toBeNull();
    expect(fromFrame(data)).toBeNull();
  });

  it("follows no height that is none", () => {
    for (const none of [NaN, -1, 0, "640", null, undefined, {}, true]) {
      expect(toHeight(none)).toBeNull();
    }
    expect(toHeight(640.2)).toBe(641);
    expect(toHeight(1)).toBe(60);
    expect(toHeight(Infinity)).toBe(20_000);
  });
});

describe("looks", () => {
  it("takes colours by name and nothing else", () => {
    const look = toLook({
      theme: "dark",
      colours: {
        "--ahiru-bg": "rgb(1 2 3 / 50%)",
        "--ahiru-accent": "url(https://example.org/)",
        "--ahiru-text": "var(--x)",
        "--other": "red",
        "--ahiru-line": 7,
      },
    });
    expect(look).toEqual({ theme: "dark", colours: { "--ahiru-bg": "rgb(1 2 3 / 50%)" } });
    expect(toLook(null)).toEqual({ theme: "auto", colours: {} });
    expect(toLook({ theme: "neon", colours: "red" })).toEqual({ theme: "auto", colours: {} });
  });

  it("knows a colour", () => {
    for (const colour of ["#abc", "rebeccapurple", "oklch(70% 0.1 200)", "color(srgb 1 0 0)"]) {
      expect(isColour(colour)).toBe(true);
    }
    for (const none of ["", "red;x:1", "image-set(x)", "rgb(var(--x))", "a".repeat(101), {}]) {
      expect(isColour(none)).toBe(false);
    }
  });
});
