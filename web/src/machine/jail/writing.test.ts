import { expect, test } from "vitest";
import { beginRun, text, turn } from "./run-rig";
import type { FakeWorker } from "./run-rig";

const bytes = (s: string) => new TextEncoder().encode(s);

async function contents(worker: FakeWorker, path: string): Promise<string> {
  const fd = await worker.call("open", path, 0, 0);
  return text(await worker.call("read", fd, 100, null));
}

test("the page puts a file of the running program, new or in the place of another", async () => {
  const { session, first } = await beginRun();
  session.write("/tmp/a/prices.txt", bytes("duck 3\n"));
  expect(await contents(first, "/tmp/a/prices.txt")).toBe("duck 3\n");
  session.write("/tmp/a/prices.txt", bytes("x"));
  expect(await contents(first, "/tmp/a/prices.txt")).toBe("x");
});

test("what cannot be written is said, and leaves what was there", async () => {
  const { session, first, shown } = await beginRun({ fileBytes: 10 });
  session.write("note", bytes("short"));
  session.write("note", bytes("far too long"));
  session.write("/tmp", bytes("x"));
  session.write("/dev/ahiru/caps", bytes("x"));
  await turn();
  expect(await contents(first, "/home/note")).toBe("short");
  expect(shown("stderr")).toMatch(/could not write note: there is no room/);
  expect(shown("stderr")).toMatch(/could not write \/tmp: that is no place/);
  expect(shown("stderr")).toMatch(/could not write \/dev\/ahiru\/caps/);
});
