import { expect, test } from "vitest";
import type { WorkerMessage } from "../worker-protocol";
import { Callbacks } from "./callbacks";
import { Channel } from "./channel";
import { Surroundings } from "./surroundings";
import { System } from "./system";

test("a piece of the trace is done with within the call, and is not what a program asks for", () => {
  const posted: WorkerMessage[] = [];
  const callbacks = new Callbacks();
  const channel = new Channel(
    (m) => posted.push(m),
    () => 0,
  );
  const system = new System(channel, callbacks, new Surroundings(), () => 7);
  system.tracer = 5;
  let full = 0;
  system.traceFull = () => full++;
  const written: unknown[] = [];
  const trace = (size: number) =>
    system.trace(new Uint8Array(size), (_, n) => void written.push(n));
  trace(3);
  expect(written).toEqual([3]);
  expect(posted).toMatchObject([{ type: "call", name: "write", ms: 7 }]);
  expect([callbacks.due, callbacks.calls, callbacks.asked]).toEqual([0, 0, 0]);
  for (let i = 0; i < 15; i++) trace(1 << 20);
  expect([written.length, full]).toEqual([16, 1]);
  expect(posted.length).toBeLessThan(16); // what comes after is not kept
});
