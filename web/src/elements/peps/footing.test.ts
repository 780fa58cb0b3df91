import { expect, test } from "vitest";
import { footingOf, footings } from "./footing";

test("the worst of what a PEP rests on counts", () => {
  const peps = [
    { number: 1, status: "Final" },
    { number: 2, status: "Active" },
    { number: 3, status: "Deferred" },
    { number: 4, status: "Draft" },
  ];
  const rest = (from: number, status: string) => ({
    from,
    to: 9,
    status,
    required: false,
    count: 1,
  });
  const found = footingOf(peps, [rest(1, "Rejected"), rest(1, "Superseded"), rest(4, "Withdrawn")]);
  expect(Object.values(found).map((i) => footings[i])).toEqual([
    "rejected",
    "sound",
    "aside",
    "withdrawn",
  ]);
});
