import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sharedMark } from "../worker-protocol";
import { Workers } from "./workers";

/** What a Worker of these tests does with its script's URL. */
type Nature = "works" | "fails" | "shares";
let nature: (url: string) => Nature = () => "works";
let made: FakeWorker[] = [];

class FakeWorker {
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: () => void = () => {};
  ended = false;

  constructor(readonly url: string) {
    made.push(this);
    const kind = nature(url);
    queueMicrotask(() =>
      kind === "fails" ? this.onerror() : this.onmessage({ data: { type: "tick" } }),
    );
  }

  postMessage(message: { type: string; memory?: WebAssembly.Memory }): void {
    if (message.memory && nature(this.url) !== "shares") throw new Error("DataCloneError");
    if (message.memory) new Int32Array(message.memory.buffer)[0] = sharedMark;
    queueMicrotask(() => this.onmessage({ data: { type: "warm" } }));
  }

  terminate(): void {
    this.ended = true;
  }
}

beforeEach(() => {
  made = [];
  nature = () => "works";
  vi.stubGlobal("Worker", FakeWorker);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const alive = () => made.filter((w) => !w.ended).length;

test("memory counts as shared when it has come back with the mark", async () => {
  const cannot = new Workers("");
  await cannot.warm();
  expect(cannot.sharing).toBe(false);
  nature = () => "shares";
  const can = new Workers("");
  expect(can.sharing).toBe(false);
  await can.warm();
  expect(can.sharing).toBe(true);
});

test("where blobs start no worker, data does, from then on", async () => {
  nature = (url) => (url.startsWith("blob:") ? "fails" : "works");
  const workers = new Workers("script");
  await workers.take();
  await workers.take();
  expect(made.map((w) => w.url.slice(0, 5))).toEqual(["blob:", "data:", "data:"]);
  expect(alive()).toBe(2);
});

test("where none starts, taking says so, and later tries again", async () => {
  nature = () => "fails";
  const workers = new Workers("");
  await expect(workers.take()).rejects.toThrow("started no worker");
  nature = () => "works";
  await workers.take();
  expect(workers.spares).toBe(0);
});

test("spare workers are started at rest, one after the other, and replaced after a run", async () => {
  const workers = new Workers("");
  await workers.warm();
  workers.keep(3);
  expect(workers.spares).toBe(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(workers.spares).toBe(3);
  workers.work();
  for (let i = 0; i < 5; i++) await workers.take();
  await vi.advanceTimersByTimeAsync(5000);
  expect([workers.spares, made.length]).toEqual([0, 5]);
  workers.rest();
  await vi.advanceTimersByTimeAsync(5000);
  expect(workers.spares).toBe(3);
});
