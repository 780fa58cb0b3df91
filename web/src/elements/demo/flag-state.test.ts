import { beforeEach, expect, test } from "vitest";
import { hostileText, seeded } from "../../lib/fuzz";
import { readState, writeState } from "../../lib/url-state";
import { FlagState } from "./flag-state";

const usage = `Usage of threads:
  -d duration
    	how long each wait takes (1ms to 10s) (default 100ms)
  -lang string
    	language (en|ja|ko) (default "en")
  -n int
    	how many waits (1 to 100) (default 10)
`;

let state: FlagState;
const flag = (name: string) => state.flags.find((f) => f.name === name)!;

beforeEach(() => {
  state = new FlagState(usage, "ja");
});

test("the page's language is passed on, shown, and not part of a link", () => {
  expect(state.flags.map((f) => f.name)).toEqual(["d", "n", "lang"]);
  expect(state.values()).toEqual({ d: "100ms", n: "10", lang: "ja" });
  expect(state.arguments()).toEqual(["-lang=ja"]);
  expect(state.shared()).toEqual({});
  state.speak("ko");
  expect(state.arguments()).toEqual(["-lang=ko"]);
  state.speak("de");
  expect(state.arguments()).toEqual([]);
});

test("a language that the reader chose stays", () => {
  state.replace({ lang: "en" });
  state.speak("ko");
  expect(state.arguments()).toEqual([]);
  expect(state.shared()).toEqual({ "-lang": "en" });
});

test("typing is judged when it is finished, and put in plain form", () => {
  state.type(flag("n"), "２００");
  expect([state.shown(flag("n")), state.problem(flag("n"))]).toEqual(["２００", null]);
  expect(state.arguments()).toContain("-n=200");
  state.settle(flag("n"));
  expect(state.shown(flag("n"))).toBe("200");
  expect(state.problem(flag("n"))).toEqual({ kind: "range", min: "1", max: "100" });
  state.type(flag("n"), "20");
  expect(state.problem(flag("n"))).toBeNull();
});

test("values set from outside replace all, are judged, and unknown names are told", () => {
  state.replace({ n: "0", bogus: "1" });
  expect(state.problem(flag("n"))?.kind).toBe("range");
  expect(state.unknown).toEqual(["bogus"]);
  expect(state.arguments()).toEqual(["-n=0", "-lang=ja"]);
  state.replace({ d: "50ms" });
  expect(state.values()).toEqual({ d: "50ms", n: "10", lang: "ja" });
  expect([state.unknown, state.changed]).toEqual([[], true]);
});

test("values that are no text are written as text", () => {
  state.replace({ n: 20 as unknown as string, d: null as unknown as string });
  expect(state.values()).toMatchObject({ n: "20", d: "null" });
});

test("a link repeats the choices; its other keys are the page's", () => {
  state.replace({ n: "20", d: "0.1s" });
  const link = writeState(state.shared());
  expect(link).toBe("#v1=-n=20");
  expect(FlagState.fromLink(readState(link + "&seed=7")!)).toEqual({ n: "20" });
});

test("hostile links give arguments that an argument list can carry", () => {
  const random = seeded(5);
  const pieces = [
    "-n",
    "=",
    "&",
    "-lang",
    "ja",
    "%00",
    "%0A",
    "-",
    "9",
    "🦆",
    "__proto__",
    "%ED%A0",
  ];
  for (let i = 0; i < 2000; i++) {
    state.replace(FlagState.fromLink(readState("#v1=" + hostileText(random, pieces, 30)) ?? {}));
    for (const argument of state.arguments()) {
      expect(argument).toMatch(/^-(d|n|lang)=[^\u0000-\u001f]*$/);
      expect(argument.length).toBeLessThan(2100);
    }
  }
});
