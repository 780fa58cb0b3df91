import { expect, test } from "vitest";
import { cutNotes } from "./cuts";
import type { Worker } from "./model";
import { stringsOf, type Language } from "./strings";

const worker = (id: number, cut: NonNullable<Worker["cut"]>, lost = 0): Worker => ({
  ...{ id, name: "duck", kind: "process", known: 5, ended: true, cut, lost },
});
const told = (workers: Worker[], language: Language = "en") =>
  cutNotes({ workers }, stringsOf(language), { place: (id) => `process ${id}` }, language);

test("nothing is said of traces that are whole", () => {
  expect(told([worker(1, ""), worker(2, "")])).toEqual([]);
});

test("who was ended from outside is named, of many the first", () => {
  expect(told([worker(1, ""), worker(3, "killed")])).toEqual([
    "process 3 was ended from outside: what it did in the last moments, up to 0.1 s, is not recorded.",
  ]);
  const [many = ""] = told(Array.from({ length: 9 }, (_, i) => worker(i + 2, "killed")));
  expect(many).toContain("process 7 … and 3 more. were");
});

test("a trace that became too long says how much of it was not kept, in every language", () => {
  for (const language of ["en", "ja", "ko"] as const) {
    const [words = ""] = told([worker(2, "full", 33_600_000)], language);
    expect(words).toContain("33.6\u00a0MB");
    expect(words).toContain("process 2");
    expect(told([worker(2, "killed")], language)[0]).toContain("process 2");
  }
  expect(told([worker(2, "full")])[0]).not.toContain("not kept");
});
