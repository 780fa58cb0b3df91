import { expect, test } from "vitest";
import { Deferred } from "../deferred";
import { Hostile } from "../hostile-values";
import { SpawnHandle, toSpawnRequest } from "./spawn";
import type { Exit, Spawned, SpawnRequest } from "./spawn";

const request: SpawnRequest = {
  function: "square",
  args: "AQI=",
  kind: "process",
  inherit: ["/dev/ahiru/pipe/1/read"],
  stdout: "",
};
const line = JSON.stringify(request) + "\n";
const bytes = (text: string) => new TextEncoder().encode(text);

test("an honest request arrives as it was sent", () => {
  expect(toSpawnRequest(line)).toEqual(request);
  const more = toSpawnRequest(JSON.stringify({ ...request, cwd: "/" }));
  expect(more).toEqual(request);
});

test("whatever else is none", () => {
  const hostile = new Hostile(6);
  let accepted = 0;
  for (let i = 0; i < 5000; i++) {
    const forged = hostile.next() < 0.2 ? hostile.value() : hostile.like({ ...request });
    let text: string;
    try {
      text = JSON.stringify(forged) ?? "undefined";
    } catch {
      continue; // what JSON does not hold
    }
    const got = toSpawnRequest(text);
    if (!got) continue;
    accepted++;
    expect(toSpawnRequest(JSON.stringify(got))).toEqual(got);
    expect(got.function).not.toBe("");
    expect(["process", "thread"]).toContain(got.kind);
  }
  expect(accepted).toBeGreaterThan(100);
});

/** An open device, what was asked of it, and the two ends of what comes. */
function rig() {
  const asked: SpawnRequest[] = [];
  const stood = new Deferred<{ pid: number; startMs: number } | { error: string }>();
  const ended = new Deferred<Exit>();
  const spawned: Spawned = { stood: stood.promise, ended: ended.promise };
  const handle = new SpawnHandle((r) => {
    asked.push(r);
    return spawned;
  });
  const read = async (length = 1000) => new TextDecoder().decode(await handle.read(length, null));
  return { handle, asked, stood, ended, read };
}

test("two lines come, each in its time, and then the end", async () => {
  const { handle, asked, stood, ended, read } = rig();
  handle.write(bytes(line.slice(0, 10)), null);
  expect(asked).toHaveLength(0);
  handle.write(bytes(line.slice(10)), null);
  expect(asked).toEqual([request]);
  const first = read(8);
  stood.resolve({ pid: 3, startMs: 1.5 });
  expect((await first) + (await read())).toBe('{"pid":3,"startMs":1.5}\n');
  const second = read();
  ended.resolve({ code: 0, reason: "" });
  expect(await second).toBe('{"code":0,"reason":""}\n');
  expect(await read()).toBe("");
});

test("a process that could not start has said all in one line", async () => {
  const { handle, stood, read } = rig();
  handle.write(bytes(line), null);
  stood.resolve({ error: "no" });
  expect(await read()).toBe('{"error":"no"}\n');
  expect(await read()).toBe("");
});

test("closing ends a read that waits; two at once are one too many", async () => {
  const { handle, read } = rig();
  await expect(read()).rejects.toThrow("EINVAL"); // nothing was asked for
  handle.write(bytes(line), null);
  const waiting = read();
  await expect(read()).rejects.toThrow("EBUSY");
  handle.close();
  await expect(waiting).rejects.toThrow("EBADF");
});

test("a request is one line, and not a long one", async () => {
  const { handle, asked, read } = rig();
  expect(() => handle.write(bytes("x".repeat(70_000)), null)).toThrow("EINVAL");
  handle.write(bytes("nonsense\n"), null);
  expect(() => handle.write(bytes(line), null)).toThrow("EINVAL");
  expect(await read()).toContain('{"error":"the request to start a process was not understood');
  expect(asked).toEqual([]);
});
