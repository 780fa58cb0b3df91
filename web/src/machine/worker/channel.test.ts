import { expect, test } from "vitest";
import { hardWindow, maxQueue, softWindow } from "../worker-protocol";
import type { WorkerMessage } from "../worker-protocol";
import { Channel } from "./channel";

const write = (text: string): WorkerMessage => ({
  type: "write",
  fd: 1,
  bytes: new TextEncoder().encode(text),
  ms: 0,
});

function rig() {
  const posted: WorkerMessage[] = [];
  let time = 0;
  const channel = new Channel((message) => posted.push(message), () => time); // prettier-ignore
  const text = () =>
    posted.map((m) => (m.type === "write" ? new TextDecoder().decode(m.bytes) : m.type)).join("");
  return { posted, channel, text, pass: (ms: number) => (time += ms) };
}

const soon = () => new Promise<void>((done) => queueMicrotask(done));

test("what is printed is posted at once; the writer waits when too much is unread", async () => {
  const { posted, channel } = rig();
  let went = 0;
  for (let i = 1; i < softWindow; i++) channel.send(write("x"));
  channel.whenRoom(() => went++);
  expect(went).toBe(0);
  await soon();
  expect(went).toBe(1);
  channel.send(write("x"));
  channel.whenRoom(() => went++);
  await soon();
  expect(posted).toHaveLength(softWindow);
  expect(went).toBe(1);
  channel.read(10);
  expect(went).toBe(2);
});

test("many bytes hold the writer back as many messages do", async () => {
  const { channel } = rig();
  let went = 0;
  channel.send(write("x".repeat(1 << 20)));
  channel.whenRoom(() => went++);
  await soon();
  expect(went).toBe(0);
  channel.read(1);
  expect(went).toBe(1);
});

test("a printer that cannot wait loses nothing and posts little", () => {
  const { posted, channel, text, pass } = rig();
  const lines = 50_000;
  for (let i = 0; i < lines; i++) {
    channel.send(write(`${i}\n`));
    if (i % 1000 === 0) pass(1);
  }
  expect(posted.length).toBeLessThan(hardWindow + 50);
  channel.end({ type: "exit", code: 0, ms: 0 });
  expect(text()).toBe(Array.from({ length: lines }, (_, i) => `${i}\n`).join("") + "exit");
});

test("order holds between what waits and what follows", () => {
  const { posted, channel, text } = rig();
  for (let i = 0; i < hardWindow; i++) channel.send(write(""));
  channel.send(write("a"));
  channel.send({ type: "call", id: 1, name: "stat", args: [], ms: 0 });
  channel.send(write("b"));
  channel.read(hardWindow);
  expect(text()).toBe("acallb");
  expect(posted).toHaveLength(hardWindow + 3);
});

test("after the last message there is nothing", () => {
  const { channel, text } = rig();
  channel.end({ type: "exit", code: 0, ms: 0 });
  channel.end({ type: "exit", code: 1, ms: 0 });
  channel.send(write("late"));
  expect(text()).toBe("exit");
});

test("a program that only asks is ended", () => {
  const { posted, channel } = rig();
  for (let i = 0; i < hardWindow + maxQueue + 2; i++) {
    channel.send({ type: "call", id: i, name: "stat", args: [], ms: 0 });
  }
  expect(posted.at(-1)).toEqual({ type: "limit", reason: "messages", ms: 0 });
});
