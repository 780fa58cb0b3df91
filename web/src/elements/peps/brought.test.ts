import { expect, test } from "vitest";
import { fromDrop, fromFolder, isWanted } from "./brought";

test("the files of PEPs and their appendices, nothing else", () => {
  for (const path of [
    "peps/pep-0008.rst",
    "pep-0001.txt",
    "a/peps/pep-0639/appendix.rst",
    "pep-0000.rst",
  ])
    expect(isWanted(path), path).toBe(true);
  for (const path of [
    "README.rst",
    "peps/pep-8.rst",
    "peps/pep-0008.py",
    "peps/pep-0639/picture.png",
    "x/.git/pep-0008.rst",
    "pep-00080.rst",
  ])
    expect(isWanted(path), path).toBe(false);
});

test("a folder is named by its top", () => {
  const file = (path: string) =>
    Object.defineProperty(new File(["x"], path.split("/").pop()!), "webkitRelativePath", {
      value: path,
    });
  const brought = fromFolder([file("mine/README.rst"), file("mine/peps/pep-0001.rst")]);
  expect(brought.name).toBe("mine");
  expect(brought.paths).toEqual(["mine/peps/pep-0001.rst"]);
  expect(brought.files).toHaveLength(1);
  expect(fromFolder([])).toEqual({ name: "", paths: [], files: [] });
});

test("two things, or none, are not dropped", () => {
  const drop = (...items: object[]) => fromDrop({ items } as unknown as DataTransfer);
  const item = { kind: "file", getAsFile: () => new File(["x"], "a.zip") };
  expect(drop()).toBe(null);
  expect(drop(item, item)).toBe(null);
  expect(drop({ kind: "string" })).toBe(null);
  return expect(drop(item)).resolves.toMatchObject({ name: "a.zip", paths: null });
});
