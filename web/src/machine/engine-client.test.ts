import { expect, test } from "vitest";
import { Engine, type Port } from "./engine-client";
import type { FromWorker, ToWorker } from "./engine-messages";

class FakePort implements Port {
  sent: ToWorker[] = [];
  ended = false;
  onmessage: Port["onmessage"] = null;
  onerror: Port["onerror"] = null;
  postMessage(message: ToWorker) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(data: FromWorker) {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

test("starts, calls and answers in any order", async () => {
  const port = new FakePort();
  const engine = new Engine(port);
  const started = engine.start(new ArrayBuffer(0));
  port.say({ type: "ready", names: ["double"] });
  await started;
  expect(engine.names).toEqual(["double"]);
  const first = engine.call<number>("double", 1);
  const second = engine.call<number>("double", 2);
  port.say({ type: "answer", id: 2, json: "4" });
  port.say({ type: "answer", id: 1, json: "2" });
  expect(await Promise.all([first, second])).toEqual([2, 4]);
  expect(port.sent.at(-1)).toEqual({ type: "call", id: 2, name: "double", argument: "2" });
});

test("hands files over and hears of progress until the answer", async () => {
  const port = new FakePort();
  const engine = new Engine(port);
  const told: number[] = [];
  const files = [new Uint8Array([1, 2])];
  const call = engine.call<string, number>("read", {}, { files, onProgress: (n) => told.push(n) });
  expect(port.sent.at(-1)).toEqual({ type: "call", id: 1, name: "read", argument: "{}", files });
  port.say({ type: "told", id: 1, json: "7" });
  port.say({ type: "told", id: 9, json: "8" });
  port.say({ type: "answer", id: 1, json: '"done"' });
  port.say({ type: "told", id: 1, json: "9" });
  expect(await call).toBe("done");
  expect(told).toEqual([7]);
});

test("hands on the program's own words", async () => {
  const port = new FakePort();
  const engine = new Engine(port);
  const call = engine.call("layout", {});
  port.say({ type: "refusal", id: 1, message: "layout: no nodes" });
  await expect(call).rejects.toThrow("layout: no nodes");
});

test("terminate rejects what is open and everything later", async () => {
  const port = new FakePort();
  const engine = new Engine(port);
  const call = engine.call("layout", {});
  expect(engine.running).toBe(true);
  engine.terminate();
  expect(engine.running).toBe(false);
  expect(port.ended).toBe(true);
  await expect(call).rejects.toThrow("was stopped");
  await expect(engine.call("layout", {})).rejects.toThrow("was stopped");
  await expect(engine.start(new ArrayBuffer(0))).rejects.toThrow("was stopped");
});

test("a program that ends rejects its start", async () => {
  const port = new FakePort();
  const engine = new Engine(port);
  const started = engine.start(new ArrayBuffer(0));
  port.say({ type: "ended", message: "The program could not run: no magic number." });
  await expect(started).rejects.toThrow("no magic number");
});
