import { expect, test } from "vitest";
import type { Model } from "./model";
import { csv } from "./csv";
import { perfetto } from "./perfetto";
import { svg } from "./svg";
import { stringsOf, languageOf } from "./strings";
import { transcript } from "./transcript";

const model: Model = {
  lanes: [
    {
      id: "0·G1",
      name: '=main"<b>',
      worker: 0,
      spans: [
        { start: 0, end: 1.5, state: "running", reason: "", line: 0 },
        { start: 1.5, end: 3, state: "blocked", reason: "waits, long", line: 7 },
        { start: 3, end: 3, state: "done", reason: "", line: 0 },
      ],
    },
  ],
  wakeups: [],
  hidden: 2,
};

test("csv quotes, and gives no spreadsheet a formula", () => {
  expect(csv(model).split("\r\n")).toEqual([
    "lane,name,worker,start,end,state,reason,line",
    `0·G1,"'=main""<b>",0,0,1.5,running,,`,
    `0·G1,"'=main""<b>",0,1.5,3,blocked,"waits, long",7`,
    `0·G1,"'=main""<b>",0,3,3,done,,`,
    "",
  ]);
});

test("Perfetto gets complete events in microseconds", () => {
  const { traceEvents } = JSON.parse(perfetto(model)) as { traceEvents: { ph: string }[] };
  expect(traceEvents.filter(({ ph }) => ph === "X")).toEqual([
    expect.objectContaining({ name: "running", ts: 0, dur: 1500, pid: 0, tid: 1 }),
    expect.objectContaining({ name: "blocked", ts: 1500, dur: 1500 }),
  ]);
});

test("a picture holds names and reasons as text only", () => {
  const picture = svg(model, 3);
  expect(picture).toContain("=main&#34;&#60;b&#62; 0·G1");
  expect(picture).toContain("<title>blocked: waits, long</title>");
  expect(picture).not.toContain("<b>");
  expect(svg({ lanes: [], wakeups: [], hidden: 0 }, 0)).toMatch(/^<svg .*<\/svg>$/);
});

test.each(["en", "ja-JP", "ko", "fr"])("a transcript in %s tells every span", (tag) => {
  const s = stringsOf(languageOf(tag));
  const told = transcript(
    model,
    s,
    (ms) => `${ms} ms`,
    (lane) => lane.id,
    (id) => id,
    (name) => name,
  );
  expect(told).toHaveLength(3);
  expect(told[1]).toContain("waits, long");
  expect(told[1]).toContain(s.line(7));
  expect(told[2]).toContain(s.states.done);
});

const annotated: Model = {
  ...model,
  tasks: [
    {
      ...{ id: "0·T1", parent: "", name: "=cook<1>", worker: 0, lane: "0·G1", lanes: ["0·G1"] },
      ...{ start: 0.5, end: 2, open: false, line: 5, stack: 0 },
    },
  ],
  regions: [
    {
      ...{ lane: "0·G1", task: "0·T1", name: "boil", depth: 0, start: 1, end: 2, open: false },
      ...{ line: 6, stack: 0 },
    },
  ],
  logs: [
    {
      lane: "0·G1",
      task: "",
      at: 1.5,
      category: "salt",
      message: "two & a half",
      line: 7,
      stack: 0,
    },
  ],
};

test("what the program told of itself is in every format", () => {
  expect(csv(annotated).split("\r\n").slice(-4, -1)).toEqual([
    `0·G1,"'=main""<b>",0,0.5,2,task,'=cook<1>,5`,
    `0·G1,"'=main""<b>",0,1,2,region,boil,6`,
    `0·G1,"'=main""<b>",0,1.5,1.5,log,salt: two & a half,7`,
  ]);
  const { traceEvents } = JSON.parse(perfetto(annotated)) as { traceEvents: object[] };
  expect(traceEvents).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ph: "b", name: "=cook<1>", ts: 500 }),
      expect.objectContaining({ ph: "e", name: "=cook<1>", ts: 2000 }),
      expect.objectContaining({ ph: "X", cat: "region", name: "boil", ts: 1000, dur: 1000 }),
      expect.objectContaining({ ph: "i", name: "two & a half", args: { category: "salt" } }),
    ]),
  );
  const picture = svg(annotated, 3);
  expect(picture).toContain("<title>=cook&#60;1&#62;</title>");
  expect(picture).toContain("<title>boil</title>");
  expect(picture).toContain("<title>salt: two &#38; a half</title>");
  const { tasks, regions, logs } = annotated;
  const words = transcript(
    { ...model, tasks, regions, logs } as Model,
    stringsOf("en"),
    String,
    ({ id }) => id,
    String,
    String,
  );
  expect(words).toEqual(
    expect.arrayContaining([
      "0.5: 0·G1: task =cook<1>, 1.5",
      "1: 0·G1: region boil, 1",
      "1.5: 0·G1: log, salt: two & a half",
    ]),
  );
});
