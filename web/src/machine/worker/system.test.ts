import { expect, test } from "vitest";
import type { WorkerMessage } from "../worker-protocol";
import { Callbacks } from "./callbacks";
import { Channel } from "./channel";
import { Surroundings } from "./surroundings";
import { System } from "./system";

test("a part of the trace is taken within the call, until nobody wants more", () => {
  const posted: WorkerMessage[] = [];
  const callbacks = new Callbacks();
  const channel = new Channel(
    (m) => posted.push(m),
    () => 0,
  );
  const system = new System(channel, callbacks, new Surroundings(), () => 7);
  system.tracer = 5;
  let unwanted = false;
  system.untraced = () => unwanted;
  const trace = (size: number) => system.trace(new Uint8Array(size));
  expect(trace(3)).toBe(3);
  expect(posted).toMatchObject([{ type: "call", name: "write", ms: 7 }]);
  expect([callbacks.due, callbacks.calls, callbacks.asked]).toEqual([0, 0, 0]);
  unwanted = true;
  expect(trace(4)).toBe(0);
  expect(posted.at(-1)).toEqual({ type: "untold", bytes: 4 });
  unwanted = false;
  const taken = Array.from({ length: 15 }, () => trace(1 << 20));
  expect(taken.at(0)).toBe(1 << 20);
  expect(taken.at(-1)).toBe(0); // so much that nobody could want more
  expect(posted.filter(({ type }) => type === "call")).toHaveLength(13);
  expect(posted.at(-1)).toEqual({ type: "untold", bytes: 1 << 20 });
});
