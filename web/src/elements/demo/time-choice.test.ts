import { expect, test } from "vitest";
import { readState, writeState } from "../../lib/url-state";
import { clockOf, isReal, longestSeed, TimeChoice, timeKeys } from "./time-choice";
import { timeWordsOf } from "./time-words";

const faults = { noClock: (given: string) => `no clock: ${given}`, noSeed: "no seed" };
const choice = () => new TimeChoice(() => faults);

test("what is no clock or no seed is refused with a sentence, and what there was stays", () => {
  const time = choice();
  time.clock = "virtual";
  time.seed = "duck";
  for (const wrong of ["fast", 0, 11, NaN, null, undefined, {}, "x".repeat(99)]) {
    expect(() => (time.clock = wrong as never)).toThrow(TypeError);
  }
  expect(() => (time.clock = "x".repeat(99) as never)).toThrow(`no clock: ${"x".repeat(30)}…`);
  for (const wrong of [7, null, "x".repeat(longestSeed + 1)]) {
    expect(() => (time.seed = wrong as never)).toThrow("no seed");
  }
  expect([time.clock, time.seed]).toEqual(["virtual", "duck"]);
});

test.each([
  ["real", ""],
  ["virtual", "duck"],
  [0.25, "鴨 & = # +"],
  [10, ""],
] as const)("%j and %j come back from a link", (clock, seed) => {
  const time = choice();
  time.clock = clock;
  time.seed = seed;
  const link = writeState(time.shared());
  const other = choice();
  other.seed = "another";
  expect(other.adopt(readState(link) ?? {})).toBe("");
  expect([other.clock, other.seed]).toEqual([clock, seed]);
  expect(Object.keys(time.shared()).every((key) => timeKeys.includes(key))).toBe(true);
});

test("the defaults need no link", () => {
  const time = choice();
  expect(time.shared()).toEqual({});
  time.clock = 1;
  expect(time.shared()).toEqual({});
});

test.each(["", "REAL", "1e1", "0x1", "-1", "0.001", "11", "1.", ".5", "1 ", "NaN", "__proto__"])(
  "a link's %j is no clock: the real one is taken, and said",
  (text) => {
    expect(clockOf(text)).toBeNull();
    const time = choice();
    time.clock = "virtual";
    expect(time.adopt({ clock: text, seed: "duck" })).toContain("no clock");
    expect([time.clock, time.seed]).toEqual(["real", "duck"]);
  },
);

test("a link's seed that is too long is left out, and said", () => {
  const time = choice();
  expect(time.adopt({ seed: "x".repeat(1000), clock: "2" })).toBe("no seed");
  expect([time.clock, time.seed]).toEqual([2, ""]);
});

test("in every language the promise depends on clock and seed, and only one repeats", () => {
  for (const language of ["en", "ja", "ko"] as const) {
    const words = timeWordsOf(language);
    const clocks = ["real", "virtual", 0.5] as const;
    const all = clocks.flatMap((clock) => ["", "duck"].map((seed) => ({ clock, seed })));
    expect(new Set(all.map(words.promise)).size).toBe(6);
    expect(new Set(all.map(words.inForce)).size).toBe(6);
    expect(words.inForce({ clock: 0.5, seed: "<b>" })).toContain("<b>");
    for (const clock of clocks) {
      expect(words.measuredOn(clock) === "").toBe(isReal(clock));
      expect(words.passed("1 s", clock) === "").toBe(isReal(clock));
    }
  }
});
