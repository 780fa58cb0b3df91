import { expect, test } from "vitest";
import { Changes } from "./changes";
import { FileSystem } from "./filesystem";

const newFiles = () => new FileSystem({ fileBytes: 1000, fileCount: 30_000 });

test("each process is told of what changed since its own last answer", () => {
  const files = newFiles();
  const [a, b] = [new Changes(files), new Changes(files)];
  files.mkdir("/x", 0o755);
  expect(a.take()).toEqual([["/x", "d"]]);
  files.symlink("/x", "/l");
  files.rmdir("/x");
  expect(a.take()).toEqual([["/l", "l/x"], ["/x", ""]]); // prettier-ignore
  expect(b.take()).toEqual([["/l", "l/x"], ["/x", ""]]); // prettier-ignore
  expect(b.take()).toEqual([]);
});

test("who has not asked for long is told of everything anew", () => {
  const files = newFiles();
  const changes = new Changes(files);
  for (let i = 0; i < 25_000; i++) {
    files.mkdir(`/${i}`, 0o755);
    files.rmdir(`/${i}`);
  }
  files.mkdir("/left", 0o755);
  expect(changes.take()).toEqual([["", ""], ["/", "d"], ["/left", "d"]]); // prettier-ignore
  expect(changes.take()).toEqual([]);
  files.rmdir("/left");
  expect(changes.take()).toEqual([["/left", ""]]);
});

test("who has ended hears nothing", () => {
  const files = newFiles();
  const changes = new Changes(files);
  changes.forget();
  files.mkdir("/x", 0o755);
  expect(changes.take()).toEqual([]);
  expect(files.listeners.size).toBe(0);
});
