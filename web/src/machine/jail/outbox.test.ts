import { expect, test } from "vitest";
import type { RunEvent } from "../protocol";
import { Outbox } from "./outbox";

const printed = (text: string): RunEvent => ({ type: "output", stream: "stdout", text, ms: 1 });
const traced: RunEvent = {
  type: "trace",
  pid: 1,
  name: "main",
  kind: "process",
  bytes: new Uint8Array(1),
  last: false,
  cut: "",
  lost: 0,
  dead: false,
};

test("a part of a trace does not wait for what was printed to be shown, and comes after it", () => {
  const sent: string[] = [];
  const outbox = new Outbox((events) => sent.push(events.map(({ type }) => type).join(" ")));
  outbox.push(printed("a"));
  outbox.push(printed("b\n"));
  outbox.push(traced);
  expect(sent).toEqual(["output", "output trace"]);
});

test("a flood of them waits as all else does", () => {
  const sent: number[] = [];
  const outbox = new Outbox((events) => sent.push(events.length));
  for (let i = 0; i < 1000; i++) outbox.push(traced);
  expect(sent.length).toBeLessThan(100);
  outbox.more();
  expect(sent.reduce((n, each) => n + each, 0)).toBe(1000);
});
