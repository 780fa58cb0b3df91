import { expect, test } from "vitest";
import type { Model } from "./model";
import { csv, perfetto, svg } from "./save";
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
