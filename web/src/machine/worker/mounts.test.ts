import { expect, test } from "vitest";
import { Mounts } from "./mounts";

const duck = new TextEncoder().encode("quack, quack");
const mounts = new Mounts([["/pack/duck", duck]]);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("a file is read in order and from any place", () => {
  const fd = mounts.open("/pack/duck", 0);
  const into = new Uint8Array(8).fill(46);
  expect(mounts.read(fd, into, 1, 5, null)).toBe(5);
  expect(text(into)).toBe(".quack..");
  expect(mounts.read(fd, into, 0, 8, null)).toBe(7);
  expect(mounts.read(fd, into, 0, 8, null)).toBe(0);
  expect(mounts.read(fd, into, 0, 3, 7)).toBe(3);
  expect(text(into.subarray(0, 3))).toBe("qua");
  expect(mounts.read(fd, into, 0, 8, 100)).toBe(0);
});

test("descriptors are told from the kernel's and from each other", () => {
  const [a, b] = [mounts.open("/pack/duck", 0), mounts.open("/pack/duck", 0)];
  expect(a).not.toBe(b);
  expect([mounts.has(3), mounts.has(a), mounts.has("/pack/duck"), mounts.has("/pack")]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  mounts.close(a);
  expect([mounts.has(a), mounts.has(b)]).toEqual([false, true]);
});

test("a file cannot be written", () => {
  expect(() => mounts.open("/pack/duck", 1)).toThrow("EACCES");
  expect(mounts.stat("/pack/duck")).toMatchObject({ size: duck.length, mode: 0o100444 });
});
