import { expect, test } from "vitest";
import { openFlags } from "../open-flags";
import { Grants } from "./grants";
import { MakerHandle, Pipes } from "./pipes";

const { O_RDONLY, O_WRONLY, O_RDWR } = openFlags;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A pipe that one process made, its paths as the maker's descriptor tells them. */
function rig() {
  const pipes = new Pipes(() => {});
  const grants = new Grants();
  const maker = new MakerHandle(pipes.make(), grants);
  const line = new TextDecoder().decode(maker.read(1000, null));
  const paths = JSON.parse(line) as { read: string; write: string };
  return { pipes, grants, maker, ...paths };
}

test("the maker's descriptor tells both paths in one line, then its end", () => {
  const { maker, read, write } = rig();
  expect([read, write]).toEqual(["/dev/ahiru/pipe/1/read", "/dev/ahiru/pipe/1/write"]);
  expect(maker.read(1000, null)).toHaveLength(0);
});

test("what is written to one end is read from the other", async () => {
  const { pipes, grants, read, write } = rig();
  const writer = pipes.open(write, O_WRONLY, grants)!;
  const reader = pipes.open(read, O_RDONLY, grants)!;
  expect(writer.write(bytes("hi"), null, 0)).toBe(2);
  expect(await reader.read(10, null)).toEqual(bytes("hi"));
});

test("an end opens one way only, and looks like a pipe", () => {
  const { pipes, grants, read, write } = rig();
  for (const flags of [O_WRONLY, O_RDWR]) {
    expect(() => pipes.open(read, flags, grants)).toThrow("EACCES");
  }
  expect(() => pipes.open(write, O_RDONLY, grants)).toThrow("EACCES");
  const reader = pipes.open(read, O_RDONLY, grants)!;
  expect(reader.stat().mode & 0o170000).toBe(0o010000);
  expect(() => reader.write(bytes("x"), null, 0)).toThrow("EBADF");
  expect(() => reader.read(1, 0)).toThrow("ESPIPE");
});

test("a path opens nothing for a process that was not given the end", () => {
  const { pipes, grants, read } = rig();
  const stranger = new Grants();
  expect(() => pipes.open(read, O_RDONLY, stranger)).toThrow("EACCES");
  expect(() => pipes.open("/dev/ahiru/pipe/2/read", O_RDONLY, grants)).toThrow("ENOENT");
  for (const path of ["/dev/ahiru/pipe/1/both", "/dev/ahiru/pipe/x/read", "/dev/ahiru/pipe"]) {
    expect(pipes.open(path, O_RDONLY, grants)).toBeUndefined();
  }
  stranger.keep(pipes.find(read)!);
  expect(pipes.open(read, O_RDONLY, stranger)).toBeDefined();
});

test("no end comes while a place is kept for a writer that has still to open it", async () => {
  const { pipes, grants, maker, read, write } = rig();
  const reader = pipes.open(read, O_RDONLY, grants)!;
  const writer = pipes.open(write, O_WRONLY, grants)!;
  const child = new Grants();
  child.keep(pipes.find(write)!);
  maker.close();
  writer.close();
  let ended = false;
  const rest = Promise.resolve(reader.read(5, null)).then((b) => (ended = b.length === 0));
  await new Promise((done) => setTimeout(done, 1));
  expect(ended).toBe(false);
  child.dropAll(); // it ended without opening it
  await rest;
  expect(ended).toBe(true);
});

test("the maker that opened and closed an end holds it no longer", () => {
  const { pipes, grants, read, write, maker } = rig();
  const writer = pipes.open(write, O_WRONLY, grants)!;
  pipes.open(read, O_RDONLY, grants)!.close();
  expect(() => writer.write(bytes("x"), null, 0)).toThrow("EPIPE");
  expect(() => pipes.open(read, O_RDONLY, grants)).toThrow("EACCES");
  maker.close();
  writer.close();
  writer.close();
  expect(pipes.count).toBe(0);
});

test("an end can be opened again while a descriptor leads to it", async () => {
  const { pipes, grants, read, write } = rig();
  const [a, b] = [pipes.open(write, O_WRONLY, grants)!, pipes.open(write, O_WRONLY, grants)!];
  const reader = pipes.open(read, O_RDONLY, grants)!;
  a.close();
  b.write(bytes("still"), null, 0);
  b.close();
  expect(await reader.read(9, null)).toEqual(bytes("still"));
  expect(await reader.read(9, null)).toHaveLength(0);
});

test("closing calls off what waits on that descriptor alone", async () => {
  const { pipes, grants, read } = rig();
  const [a, b] = [pipes.open(read, O_RDONLY, grants)!, pipes.open(read, O_RDONLY, grants)!];
  const waiting = Promise.resolve(a.read(1, null)).catch((err: Error) => err.message);
  void b.read(1, null);
  a.close();
  expect(await waiting).toContain("EBADF");
});
