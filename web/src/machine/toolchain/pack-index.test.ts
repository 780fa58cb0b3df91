import { expect, test } from "vitest";
import { Hostile } from "../hostile-values";
import { toMaking, toNames } from "./pack-answers";
import { toPackIndex } from "./pack-index";

const entry = { name: "a.gz", sha256: "0".repeat(64), bytes: 10, gzip: 5, brotli: 4 };
const index = {
  format: 1,
  go: "go1.26.8",
  language: "go1.26",
  parks: true,
  files: [entry],
  compile: 0,
  link: 0,
  planner: 0,
  names: 0,
  packages: { fmt: { imports: ["os"], importable: true, link: { file: 0, from: 4, size: 6 } } },
};

test("an index is read whole", () => {
  expect(toPackIndex(index)?.packages.get("fmt")).toEqual({
    imports: ["os"],
    importable: true,
    export: undefined,
    link: { file: 0, from: 4, size: 6 },
  });
});

test.each([
  ["a part beyond its file", { packages: { fmt: { link: { file: 0, from: 5, size: 6 } } } }],
  ["a part of no file", { packages: { fmt: { link: { file: 1, from: 0, size: 0 } } } }],
  ["a file elsewhere", { files: [{ ...entry, name: "https://evil.example/a" }] }],
  ["no digest", { files: [{ ...entry, sha256: "x" }] }],
  ["a huge file", { files: [{ ...entry, bytes: 2 ** 40 }] }],
  ["a tool that is no file", { compile: 1 }],
  ["imports that are none", { packages: { fmt: { imports: [1] } } }],
])("an index with %s is none", (_, wrong) => {
  expect(toPackIndex({ ...index, ...wrong })).toBeUndefined();
});

test("whatever else comes is none, and throws nothing", () => {
  const hostile = new Hostile(7);
  for (let i = 0; i < 2000; i++) {
    const v = hostile.value();
    expect(toPackIndex(v)).toBeUndefined();
    toMaking(v);
    toNames(v);
  }
});
