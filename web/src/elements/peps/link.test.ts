import { expect, test } from "vitest";
import { firstDesk, type Desk } from "./desk";
import { readLink, writeLink } from "./link";
import { firstState, type State } from "./state";
import { firstView, type View } from "./view";

const known = {
  pep: (number: number) => number === 484 || number === 8,
  value: (name: string, value: string) =>
    name === "status" && ["Final", "April Fool!"].includes(value),
  kind: (name: string) => name === "role",
  reference: (from: number, to: number) => from === 484 && to === 8,
  panel: (name: string) => name === "path",
};
const read = (fragment: string) => readLink(fragment, known);
const state = (pep: number | null, view: object = {}) => ({
  kind: "state",
  state: { ...firstState, peps: pep === null ? [] : [pep], view: { ...firstView, ...view } },
});

test("the form of version 1 is kept for ever", () => {
  expect(writeLink({ ...firstState, peps: [484] })).toBe("#v1=pep=484");
  expect(writeLink(firstState)).toBe("");
  expect(read("#v1=pep=484")).toEqual(state(484));
  expect(read("#v1=pep=0008")).toEqual(state(8));
  expect(read("#v1=later=2&pep=484")).toEqual(state(484));
});

test("a view goes into a link and comes back", () => {
  const view: View = {
    ...firstView,
    layout: "timeline",
    colour: "pagerank",
    size: "constant",
    hide: true,
    only: { status: ["Final", "April Fool!"] },
    kinds: ["role"],
    years: [2001, 2010],
    mentions: 3,
    degree: 2,
    depth: 3,
    resolution: 1.75,
  };
  const link = writeLink({ ...firstState, view });
  expect(link).toContain("status=Final*April+Fool%21");
  expect(read(link)).toEqual(state(null, view));
});

test("selection, pins, way, aim and panel go into a link and come back", () => {
  const whole: State = {
    ...firstState,
    peps: [8, 484],
    pins: { 8: [-12.5, 3], 484: [0.1, -0.2] },
    way: { from: 8, to: 484, either: true },
    aim: { x: 1.5, y: -200, zoom: 2.125 },
    panel: "path",
  };
  const link = writeLink(whole);
  expect(link).toBe(
    "#v1=also=8&at=1.5_-200_2.125&panel=path&pep=484&pins=8_-12.5_3*484_0.1_-0.2&way=8*484",
  );
  expect(read(link)).toEqual({ kind: "state", state: whole });
  const cut = Array.from(link, (_, i) => link.slice(0, i));
  for (const part of cut) expect(["none", "bad", "state"]).toContain(read(part).kind);
});

const desk: Desk = {
  search: "type <hints> & more",
  find: "*van_Rossum*",
  path: { from: "PEP 8", to: "", either: true },
  narrow: { author: "łukasz", python: "3.1" },
  orders: {
    citedBy: { column: "count", descending: true },
    cites: { column: "created", descending: true },
    all: { column: "title", descending: false, shown: 2000 },
    metrics: { column: "in-degree", descending: false, shown: 3000 },
    references: { column: "count", descending: true },
  },
  references: true,
  why: [484, 8],
  several: true,
  folds: { legend: false, reading: true, "filter-author": true, "check-status": false },
};

test("what stands beside the map goes into a link and comes back", () => {
  const link = writeLink({ ...firstState, desk });
  expect(read(link)).toEqual({ kind: "state", state: { ...firstState, desk } });
  for (const [name, value] of Object.entries(desk)) {
    const one = { ...firstState, desk: { ...firstDesk, [name]: value } };
    expect(writeLink(one)).not.toBe("");
    expect(read(writeLink(one))).toEqual({ kind: "state", state: one });
  }
});

test("whatever is made of a link, it is read whole or not at all", () => {
  const whole = writeLink({
    ...firstState,
    peps: [8, 484],
    way: { from: 8, to: 484, either: true },
    desk,
  });
  const random = makeRandom(7);
  const strange = ["", "*", "_", "-", "&", "=", "%", "%00", "9", "__proto__", "<b>", "\u0000", "é"];
  const pick = (n: number) => Math.floor(random() * n);
  let states = 0;
  for (let i = 0; i < 1500; i++) {
    let text = whole;
    for (let j = pick(3); j >= 0; j--) {
      const [at, cut] = [4 + pick(text.length - 4), pick(4)];
      text = text.slice(0, at) + strange[pick(strange.length)] + text.slice(at + cut);
    }
    const got = read(text);
    if (got.kind !== "state") continue;
    states++;
    expect(read(writeLink(got.state))).toEqual(got);
  }
  expect(states).toBeGreaterThan(30);
}, 60_000);

/** Park and Miller's generator. */
function makeRandom(seed: number) {
  let now = seed;
  return () => (now = (now * 48271) % 2147483647) / 2147483647;
}

test.each(["", "#", "#about", "#v2=pep=484", "#v1="])("%j is not ours to judge", (fragment) => {
  expect(read(fragment)).toEqual({ kind: "none" });
});

test.each([
  "#v1=pep=48",
  "#v1=pep=",
  "#v1=pe",
  "#v1=pep=-8",
  "#v1=pep=8.0",
  "#v1=pep=8e0",
  "#v1=pep=<script>",
  "#v1=pep=%E0%A4%A",
  "#v1=__proto__=484",
  "#v1=pep=484&colour=<img>",
  "#v1=pep=484&status=Fin",
  "#v1=also=8",
  "#v1=pep=484&also=484",
  "#v1=pep=484&also=8*48",
  "#v1=pins=8",
  "#v1=pins=8_1",
  "#v1=pins=8_1_2_3",
  "#v1=pins=48_1_2",
  "#v1=pins=8_1e9_2",
  "#v1=pins=8_NaN_2",
  "#v1=pins=8_9999999_0",
  "#v1=pins=__proto___1_2",
  "#v1=way=8",
  "#v1=way=8-48",
  "#v1=way=8-484-8",
  "#v1=at=1_2",
  "#v1=at=1_2_0",
  "#v1=at=1_2_3_4",
  "#v1=at=Infinity_0_1",
  "#v1=panel=constructor",
  "#v1=layout=spiral",
  "#v1=layout=__proto__",
  "#v1=kind=rol",
  "#v1=years=2001-20",
  "#v1=mentions=1e9",
  "#v1=depth=0",
  "#v1=depth=99",
  "#v1=resolution=0",
  "#v1=resolution=4.25",
  "#v1=resolution=0.3",
  "#v1=resolution=Infinity",
  "#v1=colour=constructor",
  "#v1=size=__proto__",
  "#v1=q=" + "a".repeat(101),
  "#v1=find=a%00b",
  "#v1=narrow-author=%1b",
  "#v1=list=peps",
  "#v1=sort=pagerank",
  "#v1=sort=pagerank_sideways",
  "#v1=sort=constructor_up",
  "#v1=by=pagerank_up",
  "#v1=refs=count_down_10",
  "#v1=plain=pep_up_999999999",
  "#v1=from=8",
  "#v1=towards=8",
  "#v1=either=1",
  "#v1=from=8&towards=484&either=yes",
  "#v1=from=8&towards=%07",
  "#v1=from=8&towards=" + "4".repeat(101),
  "#v1=why=8-484",
  "#v1=why=484",
  "#v1=several=yes",
  "#v1=open=__proto__",
  "#v1=open=legend&shut=legend",
  "#v1=pep=" + "4".repeat(200_000),
])("%j is refused", (fragment) => expect(read(fragment)).toEqual({ kind: "bad" }));
