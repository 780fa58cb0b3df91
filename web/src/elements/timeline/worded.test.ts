import { expect, test } from "vitest";
import { emptyModel, type Model } from "./model";
import { sameWords, worded } from "./worded";

const about = { lane: "1·G1", start: 0, end: 1, open: false, line: 0, stack: 0 };
const model: Model = {
  ...emptyModel,
  tasks: ["workers", "none"].map((name, i) => ({
    ...about,
    ...{ name, id: `1·T${i}`, parent: "", worker: 1, lanes: [] },
  })),
  regions: [{ ...about, name: "Dijkstra", task: "", depth: 0 }],
};

test("tasks and regions are called as the page calls them, what it has no word for as the program does", () => {
  const said = worded(model, { workers: "ワーカー", Dijkstra: "ダイクストラ法" });
  expect(said.tasks?.map(({ name }) => name)).toEqual(["ワーカー", "none"]);
  expect(said.regions?.map(({ name }) => name)).toEqual(["ダイクストラ法"]);
  expect(model.tasks?.[0]?.name).toBe("workers");
});

test("a run about which the page has nothing to say is drawn as it is", () => {
  expect(worded(model, { duck: "アヒル" })).toBe(model);
  const named = { ...model, tasks: model.tasks!.map((task) => ({ ...task, name: "toString" })) };
  expect(worded(named, {})).toBe(named);
});

test("words are the same by what they say", () => {
  expect([
    sameWords({ a: "b" }, { a: "b" }),
    sameWords({ a: "b" }, {}),
    sameWords({}, undefined),
  ]).toEqual([true, false, false]);
});
