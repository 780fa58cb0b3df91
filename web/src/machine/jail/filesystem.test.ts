import { beforeEach, expect, test } from "vitest";
import { Hostile } from "../hostile-values";
import { openFlags } from "../open-flags";
import { SystemError } from "../errors";
import { perform } from "./calls";
import type { Caller } from "./calls";
import { Descriptors } from "./descriptors";
import { Input } from "./devices";
import { makeFiles } from "./root";
import { defaultLimits } from "../limits";

const { O_RDWR, O_CREAT, O_APPEND, O_EXCL } = openFlags;
const listeners = { report: () => {}, caps: "{}" };
let caller: Caller;

beforeEach(() => {
  const limits = { ...defaultLimits, fileBytes: 100_000, fileCount: 60, openFiles: 10 };
  const none = () => new Input(new Uint8Array(0));
  const descriptors = new Descriptors([none(), none(), none()], limits.openFiles);
  caller = { files: makeFiles(limits, {}, listeners), descriptors, ms: 0 };
});

const call = (name: string, ...args: unknown[]) => perform(name, args, caller);
const text = (value: unknown) => new TextDecoder().decode(value as Uint8Array);
const bytes = (s: string) => new TextEncoder().encode(s);

test("a descriptor keeps its own place, unless one is named", async () => {
  const fd = await call("open", "/tmp/a", O_RDWR | O_CREAT, 0o600);
  await call("write", fd, bytes("0123456789"), null);
  expect(text(await call("read", fd, 5, null))).toBe("");
  expect(text(await call("read", fd, 3, 4))).toBe("456");
  await call("write", fd, bytes("ab"), 1);
  const again = await call("open", "/tmp/a", O_RDWR | O_APPEND, 0);
  await call("write", again, bytes("!"), null);
  expect(text(await call("read", again, 100, null))).toBe("");
  expect(text(await call("read", again, 100, 0))).toBe("0ab3456789!");
});

test("a place beyond the end is filled with zeros", async () => {
  const fd = await call("open", "/tmp/a", O_RDWR | O_CREAT, 0o600);
  await call("write", fd, bytes("x"), 3);
  expect(text(await call("read", fd, 10, 0))).toBe("\0\0\0x");
  await call("ftruncate", fd, 2);
  await call("ftruncate", fd, 4);
  expect(text(await call("read", fd, 10, 0))).toBe("\0\0\0\0");
});

test("space comes back when the last name and the last descriptor are gone", async () => {
  for (let round = 0; round < 5; round++) {
    const fd = await call("open", "/tmp/big", O_RDWR | O_CREAT | O_EXCL, 0o600);
    await call("write", fd, new Uint8Array(90_000), null);
    await expect(call("write", fd, new Uint8Array(20_000), null)).rejects.toThrow("ENOSPC");
    await call("unlink", "/tmp/big");
    await expect(call("open", "/tmp/big", O_RDWR, 0)).rejects.toThrow("ENOENT");
    expect(((await call("read", fd, 1, 0)) as Uint8Array).length).toBe(1);
    await call("close", fd);
  }
});

test("there is an end to entries and descriptors", async () => {
  const made = async () => {
    for (let i = 0; ; i++) await call("mkdir", `/tmp/${i}`, 0o755);
  };
  await expect(made()).rejects.toThrow("ENOSPC");
  const opened = async () => {
    for (;;) await call("open", "/tmp", 0, 0);
  };
  await expect(opened()).rejects.toThrow("EMFILE");
  await call("close", 5);
  expect(await call("open", "/tmp", 0, 0)).toBe(5);
});

test("a folder moves with everything in it", async () => {
  await call("mkdir", "/tmp/a", 0o755);
  await call("mkdir", "/tmp/a/b", 0o755);
  await call("symlink", "/tmp/a/b", "/tmp/a/b/self");
  await call("rename", "/tmp/a", "/tmp/c");
  expect(await call("readdir", "/tmp/c/b")).toEqual(["self"]);
  await expect(call("readdir", "/tmp/a")).rejects.toThrow("ENOENT");
  await call("mkdir", "/tmp/a", 0o755);
  expect(await call("readdir", "/tmp/a")).toEqual([]);
  await call("rename", "/tmp/c/b/self", "/tmp/self");
  await expect(call("rename", "/tmp/c", "/tmp/self")).rejects.toThrow("ENOTDIR");
  await call("rename", "/tmp/a", "/tmp/c/b");
  await expect(call("rename", "/tmp", "/tmp/c/x")).rejects.toThrow("EINVAL");
});

test("special files: null swallows, figures tell", async () => {
  const heard: unknown[] = [];
  const files = makeFiles(
    defaultLimits,
    { "data/x": bytes("given") },
    {
      report: (r) => r.type === "figure" && heard.push(r.figure.value),
      caps: "{}",
    },
  );
  caller = { ...caller, files };
  const write = async (path: string, s: string) =>
    call("write", await call("open", path, O_RDWR, 0), bytes(s), null);
  await write("/dev/null", "gone");
  await write("/dev/ahiru/figures", '{"key":"k","label":"l","value":4,"unit":"s"}\n');
  expect(heard).toEqual([4]);
  expect(await call("readdir", "/home")).toEqual(["data"]);
});

test("whatever is asked, the answer is a value or an error that Go knows", async () => {
  const hostile = new Hostile(3);
  const names = ["open", "close", "read", "write", "fstat", "fsync", "fchmod", "ftruncate", "stat", "lstat", "chmod",
    "truncate", "utimes", "readdir", "mkdir", "rmdir", "unlink", "rename", "link", "symlink", "readlink",
    "constructor", "__proto__", "nothing"]; // prettier-ignore
  let refused = 0;
  for (let i = 0; i < 20_000; i++) {
    const args = Array.from({ length: Math.floor(hostile.next() * 5) }, () => hostile.value(1));
    await perform(hostile.pick(names), args, caller).catch((err: unknown) => {
      expect(err).toBeInstanceOf(SystemError);
      refused++;
    });
  }
  expect(refused).toBeGreaterThan(1000);
  expect(refused).toBeLessThan(20_000);
});
