import { expect, test } from "vitest";
import { firstState, readLink, writeLink } from "./link";
import { firstView, type View } from "./view";

const known = {
  pep: (number: number) => number === 484 || number === 8,
  value: (name: string, value: string) =>
    name === "status" && ["Final", "April Fool!"].includes(value),
  kind: (name: string) => name === "role",
};
const read = (fragment: string) => readLink(fragment, known);
const state = (pep: number | null, view: object = {}) => ({
  kind: "state",
  pep,
  view: { ...firstView, ...view },
});

test("the form of version 1 is kept for ever", () => {
  expect(writeLink({ pep: 484, view: firstView })).toBe("#v1=pep=484");
  expect(writeLink(firstState)).toBe("");
  expect(read("#v1=pep=484")).toEqual(state(484));
  expect(read("#v1=pep=0008")).toEqual(state(8));
  expect(read("#v1=later=2&pep=484")).toEqual(state(484));
});

test("a view goes into a link and comes back", () => {
  const view: View = {
    ...firstView,
    colour: "pagerank",
    size: "constant",
    hide: true,
    only: { status: ["Final", "April Fool!"] },
    kinds: ["role"],
    years: [2001, 2010],
    mentions: 3,
    degree: 2,
    depth: 3,
  };
  const link = writeLink({ pep: null, view });
  expect(link).toContain("status=Final*April+Fool%21");
  expect(read(link)).toEqual(state(null, view));
});

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
  "#v1=kind=rol",
  "#v1=years=2001-20",
  "#v1=mentions=1e9",
  "#v1=depth=0",
  "#v1=depth=99",
  "#v1=colour=constructor",
  "#v1=size=__proto__",
  "#v1=pep=" + "4".repeat(200_000),
])("%j is refused", (fragment) => expect(read(fragment)).toEqual({ kind: "bad" }));
