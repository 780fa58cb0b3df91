import { describe, expect, test } from "vitest";
import { together } from "./compare";
import { linesAt } from "./lines";
import type { Lane, Model, Span } from "./model";
import { everyoneAt } from "./moment";
import { Names } from "./names";
import { lineIn, sieveOf } from "./sift";
import { Sight } from "./sight";
import { stringsOf } from "./strings";
import { atThing, stepsOf, thingsOf } from "./things";
import { Told } from "./told";

const span = (start: number, end: number, state: Span["state"], line = 0, reason = ""): Span => ({
  ...{ start, end, state, reason, line },
});
const lane = (id: string, name: string, worker: number, ...spans: Span[]): Lane => ({
  ...{ id, name, worker, spans },
});
const model: Model = {
  lanes: [
    lane("1·G1", "main", 1, span(0, 4, "running"), span(4, 10, "blocked", 12, "waits for a lock")),
    lane("1·G7", "work", 1, span(2, 8, "sleeping", 20, "sleeps")),
    lane("1·G8", "work", 1, span(2, 6, "sleeping", 20, "sleeps")),
    { ...lane("1·G9", "feed", 1, span(1, 9, "blocked", 3, "waits")), kind: "library" },
  ],
  wakeups: [{ at: 8, from: "1·G7", to: "1·G1" }],
  hidden: 0,
  end: 10,
  holds: [{ thing: "lock 1", lane: "1·G7", start: 2, end: 8, open: false, skipped: 0 }],
  waits: [{ thing: "lock 1", lane: "1·G1", start: 4, end: 8, open: false, holder: "1·G7" }],
  messages: [{ pipe: "pipe 7", from: "1·G7", to: "", bytes: 3, sent: 5, received: 0 }],
  stacks: [[], [{ func: "main.work", file: "/x/main.go", line: 20 }]],
};
const sight = () =>
  new Sight(
    () => model,
    () => {},
  );

describe("a sight", () => {
  test("goes event by event, of one lane when it is picked", () => {
    const s = sight();
    s.step(1);
    s.step(1);
    s.step(1);
    expect(s.at).toBe(2);
    s.pick(model.lanes[1] ?? null);
    s.step(1);
    expect(s.at).toBe(8);
    s.step(-1);
    expect(s.at).toBe(2);
    expect(s.picked?.span?.state).toBe("sleeping");
  });

  test("brings a moment that is out of view into view", () => {
    const s = sight();
    s.look({ from: 0, to: 2 });
    s.goTo(9);
    expect(s.window).toEqual({ from: 8, to: 10 });
  });

  test("selects from moment to moment, and lets go of one thing after the other", () => {
    const s = sight();
    s.goTo(3);
    s.mark("from");
    s.goTo(7);
    s.mark("to");
    expect(s.selection).toEqual({ from: 3, to: 7 });
    s.letGo();
    expect([s.selection, s.at]).toEqual([null, 7]);
    s.letGo();
    expect(s.at).toBeNull();
  });
});

describe("a sieve", () => {
  test.each([
    ["line 12", 12],
    ["12", 12],
    ["l:9", 9],
    ["12 行目", 12],
    ["12번째 줄", 12],
    ["work", 0],
    ["line", 0],
  ])("reads %j as line %d", (text, line) => expect(lineIn(text)).toBe(line));

  test.each([
    ["", ["1·G1", "1·G7", "1·G8"]],
    ["WORK", ["1·G7", "1·G8"]],
    ["lock", ["1·G1"]],
    ["line 20", ["1·G7", "1·G8"]],
    ["nobody", []],
  ])("keeps for %j %j", (sought, ids) => {
    const s = sight();
    s.sought = sought;
    const { keeps } = sieveOf(s, Told.of(model));
    expect(model.lanes.filter(keeps).map(({ id }) => id)).toEqual(ids);
  });

  test("finds whoever had a part in a task, is in a region or left a message", () => {
    const told = Told.of({
      ...model,
      tasks: [
        {
          ...{
            id: "1·T1",
            parent: "",
            name: "Ramen",
            worker: 1,
            lane: "1·G1",
            lanes: ["1·G1", "1·G8"],
          },
          ...{ start: 0, end: 1, open: false, line: 1, stack: 0 },
        },
      ],
      regions: [
        {
          ...{ lane: "1·G7", task: "", name: "Boil", depth: 1, start: 0, end: 1, open: true },
          ...{ line: 2, stack: 0 },
        },
      ],
      logs: [
        { lane: "1·G8", task: "", at: 1, category: "salt", message: "Enough", line: 3, stack: 0 },
      ],
    });
    const found = (sought: string) => {
      const s = sight();
      s.sought = sought;
      const { keeps, keepsTask } = sieveOf(s, told);
      return [
        ...model.lanes.filter(keeps).map(({ id }) => id),
        ...told.rows.filter(keepsTask).map(({ name }) => name),
      ];
    };
    expect(found("ramen")).toEqual(["1·G1", "1·G8", "Ramen"]);
    expect(found("boil")).toEqual(["1·G7"]);
    expect(found("enough")).toEqual(["1·G8"]);
    expect(told.levelsOf("1·G7")).toBe(2);
  });

  test("leaves states out, and shows what libraries started when asked", () => {
    const s = sight();
    s.library = true;
    s.filter("sleeping");
    const { keeps, shows } = sieveOf(s, Told.of(model));
    expect(model.lanes.filter(keeps).map(({ id }) => id)).toEqual(["1·G1", "1·G9"]);
    expect(shows(span(0, 1, "sleeping"))).toBe(false);
  });
});

test("those that are alike at a moment are told once", () => {
  const all = everyoneAt(model, 5).map(({ lanes, span: { state } }) => [lanes.length, state]);
  expect(all).toEqual([
    [1, "blocked"],
    [1, "blocked"],
    [2, "sleeping"],
  ]);
  expect(everyoneAt(model, 99)).toEqual([]);
});

test("the lines of a moment, with who is there", () => {
  const lines = linesAt(model, 7);
  expect(lines.map(({ line, states }) => [line, states])).toEqual([
    [3, { blocked: 1 }],
    [12, { blocked: 1 }],
    [20, { sleeping: 1 }],
  ]);
});

test("a thing knows who has it and who waits", () => {
  const [lock, ...others] = thingsOf(model);
  expect(others).toEqual([]);
  expect(lock && atThing(lock, 5)).toEqual({ holders: ["1·G7"], waiters: ["1·G1"] });
  expect(lock && atThing(lock, 9)).toEqual({ holders: [], waiters: [] });
  expect(
    stepsOf([
      { start: 0, end: 4 },
      { start: 2, end: 3 },
    ]),
  ).toEqual([
    { at: 0, count: 1 },
    { at: 2, count: 2 },
    { at: 3, count: 1 },
    { at: 4, count: 0 },
  ]);
});

test("what stands out in either of two runs is told of both, each until its own end", () => {
  const [lane, thing, line, start, end, open] = ["1·G1", "lock 1", 3, 0, 4, false];
  const made = { func: "main.main", file: "main.go", line: 2 };
  const first: Model = {
    ...{ ...model, end: 10, collections: [{ worker: 1, name: "mark", start, end }] },
    left: [{ lane, thing, line, since: 4, code: "mutex", reason: "waits", made, leaked: false }],
    cycles: [[{ lane, thing, line, holder: lane }]],
    turns: [{ lane, start, end, open, others: 1 }],
    callbacks: [{ lane, name: "step", start, end }],
  };
  const both = together(first, { ...first, end: 14, stopped: 9 });
  expect(both.left?.map((l) => [l.lane, l.until])).toEqual([["1: 1·G1", 10]]);
  expect(both.cycles?.map(([link]) => link?.holder)).toEqual(["1: 1·G1", "2: 1·G1"]);
  expect(both.turns?.map((t) => t.lane)).toEqual(["1: 1·G1", "2: 1·G1"]);
  expect(both.callbacks?.map((c) => c.lane)).toEqual(["1: 1·G1", "2: 1·G1"]);
  expect(new Set(both.collections?.map((c) => c.worker)).size).toBe(2);
  const names = new Names(both, stringsOf("en"), ["Run 1", "Run 2"]);
  expect(names.laneInRun("2: 1·G1")).toMatch(/^Run 2 · /);
});

test("two runs stand together under their numbers", () => {
  const first = {
    ...model,
    lanes: [{ ...model.lanes[0], spans: [{ ...span(0, 1, "blocked", 20), stack: 1 }] } as Lane],
  };
  const both = together(first, { ...first, end: 14 });
  expect(both.lanes.map(({ id, run }) => [id, run])).toEqual([
    ["1: 1·G1", 1],
    ["2: 1·G1", 2],
  ]);
  expect(both.end).toBe(14);
  for (const { spans } of both.lanes) {
    expect(both.stacks?.[spans[0]?.stack ?? 0]?.[0]?.func).toBe("main.work");
  }
  expect(new Set(both.lanes.map(({ worker }) => worker)).size).toBe(2);
  expect(thingsOf(both).map(({ run, kind, number }) => [run, kind, number])).toEqual([
    [1, "lock", "1"],
    [2, "lock", "1"],
  ]);
});
