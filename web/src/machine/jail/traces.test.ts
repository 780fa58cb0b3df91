import { expect, test } from "vitest";
import type { TracePiece } from "../protocol";
import { beginRun, spawn, turn } from "./run-rig";
import { Traces } from "./traces";

const ended =
  (exited: boolean, lastWords = "") =>
  () => ({ exited, lastWords });
const who = (pid: number) => ({ pid, name: "main", kind: "process" as const });

test("all traces of a run together are kept to their bound in whole parts, and then there is no use in more", () => {
  const pieces: TracePiece[] = [];
  let full = 0;
  const traces = new Traces(
    (piece) => pieces.push(piece),
    () => full++,
  );
  const handles = [1, 2].map((pid) => traces.open(who(pid), ended(true)));
  for (let i = 0; i < 5; i++) {
    for (const handle of handles) handle.write(new Uint8Array(5 << 20), null);
  }
  for (const handle of handles) handle.close();
  const sizes = pieces.filter(({ last }) => !last).map(({ bytes }) => bytes.length);
  expect(sizes).toEqual(Array(7).fill(5 << 20));
  expect(full).toBeGreaterThan(0);
  expect(pieces.slice(-2).map(({ last, cut, lost }) => [last, cut, lost])).toEqual([
    [true, "full", 5 << 20],
    [true, "full", 10 << 20],
  ]);
});

test("a part that is larger than all that is kept is not kept, and nothing after it", () => {
  const pieces: TracePiece[] = [];
  const traces = new Traces(
    (piece) => pieces.push(piece),
    () => {},
  );
  const handle = traces.open(who(1), ended(true));
  handle.write(new Uint8Array((32 << 20) + 1), null);
  handle.write(new Uint8Array(1), null);
  handle.close();
  expect(pieces.map(({ bytes, cut, lost }) => [bytes.length, cut, lost])).toEqual([
    [0, "full", (32 << 20) + 2],
  ]);
});

test("that all its goroutines were asleep is told with the end, of a program that ended by itself", () => {
  const pieces: TracePiece[] = [];
  const traces = new Traces(
    (piece) => pieces.push(piece),
    () => {},
  );
  const asleep = "fatal error: all goroutines are asleep - deadlock!";
  traces.open(who(1), ended(true, asleep)).close();
  traces.open(who(2), ended(false, asleep)).close();
  traces.open(who(3), ended(true, "panic: all goroutines are asleep")).close();
  expect(pieces.map(({ pid, dead }) => [pid, dead])).toEqual([
    [1, true],
    [2, false],
    [3, false],
  ]);
});

test("what opens its trace again writes into nothing: a stream holds one trace", () => {
  const pieces: TracePiece[] = [];
  const traces = new Traces(
    (piece) => pieces.push(piece),
    () => {},
  );
  const [first, second] = [1, 1].map((pid) => traces.open(who(pid), ended(false)));
  second!.write(new Uint8Array(3), null);
  second!.close();
  expect(pieces).toEqual([]);
  first!.write(new Uint8Array(2), null);
  first!.close();
  expect(pieces.map(({ bytes, last, cut }) => [bytes.length, last, cut])).toEqual([
    [2, false, ""],
    [0, true, "killed"],
  ]);
});

test("each process has a stream of its own, named by its number and function, and ended with it", async () => {
  const { first, workers, session, pieces } = await beginRun();
  const open = (worker: (typeof workers)[0]) => worker.call("open", "/dev/ahiru/trace", 577, 0);
  const fd = await open(first);
  await first.call("write", fd, new Uint8Array(4), null);
  await spawn(first, { function: "square", kind: "thread" });
  const child = workers[1]!.stand();
  await child.call("write", await open(child), new Uint8Array(5), null);
  child.exit(0);
  await turn();
  const told = () => {
    session.more();
    return pieces().map((p) => `${p.pid} ${p.name} ${p.kind} ${p.bytes.length} ${p.last}${p.cut}`);
  };
  expect(told()).toEqual([
    "1 main process 4 false",
    "2 square thread 5 false",
    "2 square thread 0 true",
  ]);
  first.exit(0);
  await turn();
  expect(told().at(-1)).toBe("1 main process 0 true");
});

test("of a process that was ended from outside the end of its trace is missing", async () => {
  const { first, workers, session, pieces } = await beginRun();
  await spawn(first);
  const child = workers[1]!.stand();
  await child.call("open", "/dev/ahiru/trace", 577, 0);
  const fd = await first.call("open", "/dev/ahiru/proc/2/kill", 1, 0);
  await first.call("write", fd, new Uint8Array(1), null);
  await turn();
  session.more();
  expect(pieces().map(({ pid, last, cut }) => [pid, last, cut])).toEqual([[2, true, "killed"]]);
});

test("what a process kept back of a trace too long is told with its end, unless nobody wants more", async () => {
  const { first, workers, session, pieces } = await beginRun();
  await spawn(first);
  const child = workers[1]!.stand();
  child.say({ type: "untold", bytes: 3 }); // of no trace
  await child.call("open", "/dev/ahiru/trace", 577, 0);
  child.say({ type: "untold", bytes: 5 });
  child.say({ type: "untold", bytes: 6 });
  child.exit(0);
  await first.call("open", "/dev/ahiru/trace", 577, 0);
  session.untrace();
  first.say({ type: "untold", bytes: 7 });
  first.exit(0);
  await turn();
  session.more();
  expect(pieces().map(({ pid, last, cut, lost }) => [pid, last, cut, lost])).toEqual([
    [2, true, "full", 11],
    [1, true, "", 0],
  ]);
});

test("recording ends in all processes, and those that come later do not begin it", async () => {
  const { first, workers, session } = await beginRun();
  await spawn(first);
  session.untrace();
  await spawn(first);
  const wanted = workers.map((w) => w.start.env.AHIRU_TRACE);
  expect(wanted).toEqual(["/dev/ahiru/trace", "/dev/ahiru/trace", undefined]);
  expect(workers.map((w) => w.told.some((m) => m.type === "untrace"))).toEqual([true, true, false]);
});
