import { expect, test } from "vitest";
import type { RunEvent } from "../protocol";
import { ackEvery, kernelWindow } from "../worker-protocol";
import { Inbox } from "./inbox";
import { Outbox } from "./outbox";

test("the kernel says how far it has read once it has caught up", () => {
  const turns: (() => void)[] = [];
  const acks: number[] = [];
  const inbox = new Inbox((task) => turns.push(task), (n) => acks.push(n)); // prettier-ignore
  for (let i = 0; i < ackEvery - 1; i++) inbox.note(1);
  expect(turns).toHaveLength(0);
  inbox.note(1);
  inbox.note(1);
  expect(turns).toHaveLength(1);
  turns.shift()!();
  expect(acks).toEqual([ackEvery + 1]);
  inbox.note(1 << 20);
  turns.shift()!();
  expect(acks).toEqual([ackEvery + 1, ackEvery + 2]);
});

test("a worker that does not wait is found out", () => {
  const inbox = new Inbox(() => {}, () => {}); // prettier-ignore
  let honest = 0;
  while (inbox.note(0)) honest++;
  expect(honest).toBe(kernelWindow);
});

test("the first event goes at once, the rest when the page asks", () => {
  const sent: RunEvent[][] = [];
  const outbox = new Outbox((events) => sent.push(events));
  const output = (text: string, ms: number): RunEvent => ({
    type: "output",
    stream: "stdout",
    text,
    ms,
  });
  outbox.push(output("a", 0));
  outbox.push(output("b", 1));
  outbox.push(output("c", 1.5));
  outbox.push(output("d", 9));
  expect(sent).toEqual([[output("a", 0)]]);
  outbox.more();
  expect(sent[1]).toEqual([output("bc", 1), output("d", 9)]);
  outbox.more();
  expect(sent).toHaveLength(2);
  outbox.push(output("e", 10));
  expect(sent).toHaveLength(3);
  outbox.push(output("f", 11));
  outbox.flush();
  expect(sent).toHaveLength(4);
});
