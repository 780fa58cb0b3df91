import { expect, test } from "vitest";
import { readLink, writeLink } from "./link";

const read = (fragment: string) => readLink(fragment, (number) => number === 484 || number === 8);

test("the form of version 1 is kept for ever", () => {
  expect(writeLink(484)).toBe("#v1=pep=484");
  expect(writeLink(null)).toBe("");
  expect(read("#v1=pep=484")).toEqual({ kind: "pep", number: 484 });
  expect(read("#v1=pep=0008")).toEqual({ kind: "pep", number: 8 });
  expect(read("#v1=depth=2&pep=484")).toEqual({ kind: "pep", number: 484 });
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
  "#v1=pep=" + "4".repeat(200_000),
])("%j is refused", (fragment) => expect(read(fragment)).toEqual({ kind: "bad" }));
