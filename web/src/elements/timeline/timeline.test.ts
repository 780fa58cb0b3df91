import { describe, expect, test } from "vitest";
import { endOf, nextMoment, spanAt, stateAt, type Lane, type Model, type Span } from "./model";
import { cut } from "./label";
import { columnOf, groupsOf, rowIndexAt, rowsOf } from "./rows";
import { momentText, panned, ticks, within, zoomed } from "./window";

const span = (start: number, end: number, state: Span["state"] = "running"): Span => ({
  start,
  end,
  state,
  reason: "",
  line: 1,
});
const lane = (id: string, name: string, worker: number, ...spans: Span[]): Lane => ({
  id,
  name,
  worker,
  spans,
});
const model: Model = {
  lanes: [
    lane("0·G1", "main", 0, span(0, 4), span(4, 9, "blocked")),
    lane("0·G7", "work", 0, span(2, 3), span(3, 3, "done")),
    lane("1·G1", "main", 1, span(1, 8)),
    lane("0·G8", "work", 0, span(5, 6)),
  ],
  wakeups: [],
  hidden: 0,
};

describe("a moment", () => {
  test.each([
    [-1, -1],
    [0, 0],
    [3.9, 0],
    [4, 1],
    [100, 1],
  ])("%d is in span %d", (at, index) => {
    expect(spanAt(model.lanes[0]?.spans ?? [], at)).toBe(index);
  });

  test("before birth and after death there is no state", () => {
    const work = model.lanes[1] as Lane;
    expect(stateAt(work, 1)).toBeUndefined();
    expect(stateAt(work, 2.5)?.state).toBe("running");
    expect(stateAt(work, 3)).toBeUndefined();
    expect(stateAt(work, 7)).toBeUndefined();
  });

  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [4.5, 1, 5],
    [9, 1, 9],
    [4.5, -1, 4],
    [0, -1, 0],
  ] as const)("after %d in direction %d comes %d", (at, direction, next) => {
    expect(nextMoment(model, at, direction)).toBe(next);
  });

  test("the end is known with and without being told", () => {
    expect(endOf(model)).toBe(9);
    expect(endOf({ ...model, end: 12 })).toBe(12);
    expect(endOf({ lanes: [], wakeups: [], hidden: 0 })).toBe(0);
  });
});

describe("rows", () => {
  test("lanes of one function and worker are a group, a single lane has no head", () => {
    expect(groupsOf(model).map(({ key, lanes }) => [key, lanes.length])).toEqual([
      ["0 main", 1],
      ["0 work", 2],
      ["1 main", 1],
    ]);
    const told = rowsOf(model, new Map()).map((r) =>
      r.kind === "lane" ? r.lane.id : r.kind === "group" ? r.group.name : r.kind,
    );
    expect(told).toEqual(["0·G1", "1·G1", "work", "0·G7", "0·G8"]); // as they came
  });

  test("one lane in each of several threads is one group across them", () => {
    const threads = [2, 3, 4].map((n) => lane(`${n}·G1`, "call", n, span(n, 9)));
    const all = { ...model, lanes: [lane("1·G1", "main", 1, span(0, 9)), ...threads] };
    const [, across] = groupsOf(all);
    expect([across?.worker, across?.lanes.length]).toEqual([0, 3]);
    expect(rowsOf(all, new Map()).map(({ kind }) => kind)).toEqual([
      ...["lane", "group"],
      ...["lane", "lane", "lane"],
    ]);
  });

  test("lanes that come in waves are a group for each wave, and a thing stands above its users", () => {
    const waves = [1, 2, 20, 21].map((from, i) =>
      lane(`1·G${i + 2}`, "f", 1, span(from, from + 9)),
    );
    const all: Model = {
      ...model,
      lanes: [lane("1·G1", "main", 1, span(0, 40)), ...waves],
      holds: [{ thing: "lock 1", lane: "1·G4", start: 25, end: 26, open: false, skipped: 0 }],
    };
    const told = rowsOf(all, new Map()).map((r) => (r.kind === "lane" ? r.lane.id : r.kind));
    expect(told).toEqual([
      ...["1·G1", "group", "1·G2", "1·G3"],
      ...["thing", "group", "1·G4", "1·G5"],
    ]);
    const alone = [1, 20, 40].map((from, i) => lane(`1·G${i + 2}`, "f", 1, span(from, from + 9)));
    expect(groupsOf({ lanes: alone })).toHaveLength(1);
  });

  test("a closed group is one row; many lanes are closed until opened", () => {
    expect(rowsOf(model, new Map([["0 work", true]]))).toHaveLength(3);
    const crowd = {
      ...model,
      lanes: Array.from({ length: 10_000 }, (_, i) => lane(`0·G${i}`, "duck", 0)),
    };
    expect(rowsOf(crowd, new Map())).toHaveLength(1);
    expect(rowsOf(crowd, new Map([["0 duck", false]]))).toHaveLength(10_001);
  });
});

test("a place is in one row, whatever their heights", () => {
  const column = columnOf(rowsOf(model, new Map([["0 work", true]])));
  const heights = [...column.tops].slice(1).map((top, i) => top - (column.tops[i] ?? 0));
  expect(new Set(heights).size).toBe(2);
  column.rows.forEach((_, i) => {
    expect(rowIndexAt(column, column.tops[i] ?? -1)).toBe(i);
    expect(rowIndexAt(column, (column.tops[i + 1] ?? 0) - 0.5)).toBe(i);
  });
  expect(rowIndexAt(column, 1e6)).toBe(column.rows.length);
});

describe("the window", () => {
  test("stays within the run", () => {
    expect(within({ from: -5, to: 3 }, 10)).toEqual({ from: 0, to: 8 });
    expect(within({ from: 8, to: 14 }, 10)).toEqual({ from: 4, to: 10 });
    expect(within({ from: 0, to: 100 }, 10)).toEqual({ from: 0, to: 10 });
    const none = within({ from: 0, to: 0 }, 0);
    expect(none.to).toBeGreaterThan(none.from);
  });

  test("zooms at the moment under the pointer, and out to the whole", () => {
    expect(zoomed({ from: 0, to: 10 }, 4, 0.5, 10)).toEqual({ from: 2, to: 7 });
    expect(zoomed({ from: 2, to: 7 }, 4, 100, 10)).toEqual({ from: 0, to: 10 });
    let w = { from: 0, to: 10 };
    for (let i = 0; i < 200; i++) w = zoomed(w, 3, 0.5, 10);
    expect(w.to - w.from).toBeGreaterThan(0.004);
  });

  test("pans by shares and stops at the ends", () => {
    expect(panned({ from: 0, to: 4 }, 0.5, 10)).toEqual({ from: 2, to: 6 });
    expect(panned({ from: 0, to: 4 }, 99, 10)).toEqual({ from: 6, to: 10 });
  });

  test("has round moments", () => {
    expect(ticks({ from: 0, to: 10 }, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(ticks({ from: 3.2, to: 3.4 }, 4)).toHaveLength(4); // 3.2 to 3.35: 3.4 is past the end by a rounding
    expect(momentText(12.3456, { from: 0, to: 100 }, "en")).toBe("12 ms");
    expect(momentText(12.3456, { from: 12, to: 13 }, "en")).toBe("12.35 ms");
  });
});

test.each([
  ["0·G7 work", 9, "0·G7 work"],
  ["0·G7 produce", 9, "0·G7 pro…"],
  ["0·G7 produce", 0, "…"],
])("of %j as much as fits into %d is %j", (text, room, shown) => {
  const letters = { measureText: (t: string) => ({ width: [...t].length }) as TextMetrics };
  expect(cut(letters, text, room)).toBe(shown);
});
