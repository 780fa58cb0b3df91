import { expect, test } from "vitest";
import type { Lane, Model, Region } from "./model";
import { Names } from "./names";
import { heightOf, rowsOf } from "./rows";
import { stringsOf } from "./strings";
import { thingRows } from "./things";

const hold = (thing: string, start: number, end: number) => ({
  ...{ thing, lane: "1·G1", start, end, open: false, skipped: 0 },
});
const lane = (id: string): Lane => ({
  ...{ id, name: "duck", worker: 1, group: "1·duck" },
  spans: [{ start: 0, end: 100, state: "sleeping", reason: "", line: 3 }],
});
const model = (rest: Partial<Model>): Model => ({ lanes: [], wakeups: [], hidden: 0, ...rest });

test("things of a kind that are never in use at once stand in one row, when they are many", () => {
  const holds = [0, 1, 2, 3, 4].map((n) => hold(`gil ${n}`, n * 10, n * 10 + 9));
  const [row, ...more] = thingRows(model({ holds }));
  expect([row?.all.length, row?.holds.length, more.length]).toEqual([5, 5, 0]);
  expect(thingRows(model({ holds: holds.slice(0, 3) })).length).toBe(3);
});

test("what is in use at once has rows of its own, and so has another kind", () => {
  const holds = [0, 1, 2, 3].map((n) => hold(`gil ${n}`, n * 10, n * 10 + 15));
  const rows = thingRows(model({ holds: [...holds, hold("lock 7", 0, 90)] }));
  expect(rows.map(({ kind, all }) => [kind, all.length])).toEqual([
    ["gil", 2],
    ["gil", 2],
    ["lock", 1],
  ]);
  const names = new Names(model({ holds }), stringsOf("en"));
  expect(names.row({ kind: "thing", thing: rows[0]! })).toBe("GIL × 2");
});

test("goroutines that only look after workers are folded at first, those that work are not", () => {
  const waits = (code: string, at: number): Lane => ({
    ...lane(`1·G${at}`),
    spans: [{ start: 0, end: 90, state: "blocked", reason: "", line: 3, code }],
  });
  const group = (code: string) => [7, 8, 9].map((at) => waits(code, at));
  const [tending] = rowsOf(model({ lanes: group("pipe") }), new Map());
  const [working] = rowsOf(model({ lanes: group("mutex") }), new Map());
  expect(tending?.kind === "group" && tending.closed).toBe(true);
  expect(working?.kind === "group" && working.closed).toBe(false);
  const [opened] = rowsOf(model({ lanes: group("pipe") }), new Map([["1 duck", false]]));
  expect(opened?.kind === "group" && opened.closed).toBe(false);
});

test("a folded group counts the outermost regions of its lanes, and finds room for them", () => {
  const region = (id: string, depth: number): Region => ({
    ...{
      lane: id,
      task: "",
      name: "dive",
      depth,
      start: 10,
      end: 20,
      open: false,
      line: 0,
      stack: 0,
    },
  });
  const lanes = Array.from({ length: 50 }, (_, i) => lane(`1·G${i + 7}`));
  const regions = [region("1·G7", 0), region("1·G7", 1), region("1·G8", 0)];
  const [folded] = rowsOf(model({ lanes, regions }), new Map());
  const [bare] = rowsOf(model({ lanes }), new Map());
  expect(folded?.kind === "group" && folded.regions.length).toBe(2);
  expect(heightOf(folded!)).toBeGreaterThan(heightOf(bare!));
});
