import { expect, test } from "vitest";
import { beginRun, hostile, spawn, text, turn } from "./run-rig";
import type { FakeWorker } from "./run-rig";

const [O_RDONLY, O_WRONLY] = [0, 1];
const read = (worker: FakeWorker, fd: number) => worker.ask("read", fd, 1000, null);

test("a child is told its orders, and its parent how it began and ended", async () => {
  const { workers, first } = await beginRun();
  const fd = await spawn(first, { function: "square", args: "AQ==" });
  const began = read(first, fd);
  const child = workers[1]!;
  expect(child.start).toMatchObject({ pid: 2, ppid: 1, args: ["x", "-v"], piped: false });
  expect(child.start.zero).toBeGreaterThan(0);
  expect(child.start.env).toEqual({
    AHIRU_TRACE: "/dev/ahiru/trace",
    HOME: "/home",
    AHIRU_PROC: '{"function":"square","args":"AQ==","pid":2}',
  });
  await turn();
  expect(first.answer(began)).toBeUndefined();
  child.stand();
  await turn();
  expect(text(first.answer(began)!.value)).toMatch(/^\{"pid":2,"startMs":[\d.]+\}\n$/);
  const ended = read(first, fd);
  child.print("panic: quack\n\n", 2);
  child.exit(2);
  await turn();
  expect(text(first.answer(ended)!.value)).toBe('{"code":2,"reason":"panic: quack"}\n');
  expect(child.ended).toBe(true);
});

test("a tree falls with the process that it hangs on, and a run with its first", async () => {
  const { workers, first, endings } = await beginRun();
  await spawn(first);
  await spawn(workers[1]!.stand());
  await spawn(workers[2]!.stand());
  await spawn(first);
  workers[2]!.exit(0);
  expect(workers.map((w) => w.ended)).toEqual([false, false, true, true, false]);
  first.exit(7);
  expect(workers.every((w) => w.ended)).toBe(true);
  expect(endings).toMatchObject([{ exitCode: 7, reason: null }]);
});

test("the page kills what the program has started, and nothing else", async () => {
  const { session, workers, first, endings } = await beginRun();
  const fd = await spawn(first);
  await read(first, fd);
  await spawn(workers[1]!.stand());
  await spawn(first, { kind: "thread" });
  for (const pid of [0, 1, 4, 99, -1, 1.5]) session.kill(pid);
  expect(workers.map((w) => w.ended)).toEqual([false, false, false, false]);
  const ended = read(first, fd);
  session.kill(2);
  expect(workers.map((w) => w.ended)).toEqual([false, true, true, false]);
  await turn();
  expect(text(first.answer(ended)!.value)).toBe('{"code":137,"reason":"killed"}\n');
  session.kill(2);
  expect(endings).toEqual([]);
});

test("a process that is ended before its worker was warm leaves no worker", async () => {
  const { workers, first } = await beginRun();
  const asked = first.ask("open", "/dev/ahiru/spawn", 2, 0);
  await turn();
  const fd = first.answer(asked)!.value as number;
  const line = { function: "f", args: "", kind: "process", inherit: [], stdout: "" };
  first.ask("write", fd, new TextEncoder().encode(JSON.stringify(line) + "\n"), null);
  first.exit(0);
  await turn();
  expect(workers.slice(1).every((w) => w.ended)).toBe(true);
});

test("what cannot start says so, in the parent's answer", async () => {
  const { workers, first, shown } = await beginRun({ workers: 1 });
  const fd = await spawn(first);
  const words = "its arguments take 9000 bytes.";
  workers[1]!.say({ type: "fault", fault: "arguments", words, ms: 1 });
  const answer = await first.call("read", fd, 1000, null);
  expect(text(answer)).toContain('{"error":"The program was not started: its arguments');
  expect(text(await first.call("read", fd, 1000, null))).toBe("");
  await spawn(first);
  const third = await spawn(first);
  expect(text(await first.call("read", third, 1000, null))).toContain("the limit here");
  expect(workers).toHaveLength(3);
  first.exit(0);
  expect(shown("stderr")).toContain("1 processes and threads running");
});

test("a child's standard output may be a pipe, and then is for its own children too", async () => {
  const { workers, first, shown } = await beginRun();
  const maker = (await first.call("open", "/dev/ahiru/pipe", 2, 0)) as number;
  await first.call("read", maker, 1000, null);
  await spawn(first, { stdout: "/dev/ahiru/pipe/1/write" });
  const fd = await first.call("open", "/dev/ahiru/pipe/1/read", O_RDONLY, 0);
  await first.call("close", maker);
  const child = workers[1]!.stand();
  expect(child.start.piped).toBe(true);
  await spawn(child);
  await child.call("write", 1, new TextEncoder().encode("a"), null);
  await workers[2]!.stand().call("write", 1, new TextEncoder().encode("b"), null);
  expect(text(await first.call("read", fd, 10, null))).toBe("ab");
  workers[2]!.exit(0);
  expect(await first.call("read", fd, 10, null)).toBeUndefined(); // the child has it still
  child.exit(0);
  await turn();
  expect(first.told.at(-1)).toMatchObject({ type: "reply", value: new Uint8Array(0) });
  expect(shown("stdout")).toBe("");
});

test("memory of all processes counts together, and what waits in pipes with it", async () => {
  const { workers, first, endings } = await beginRun({ runBytes: 100 << 20 });
  const maker = (await first.call("open", "/dev/ahiru/pipe", 2, 0)) as number;
  const fd = await first.call("open", "/dev/ahiru/pipe/1/write", O_WRONLY, 0);
  expect(maker).toBe(3);
  await spawn(first);
  first.say({ type: "memory", bytes: 40 << 20 });
  workers[1]!.say({ type: "memory", bytes: 50 << 20 });
  expect(endings).toEqual([]);
  first.ask("write", fd, new Uint8Array(11 << 20), null);
  await turn();
  expect(endings).toMatchObject([{ exitCode: 137, reason: "total" }]);
});

test("one process that takes too much ends alone; one that forges messages ends the run", async () => {
  const { workers, first, endings, shown } = await beginRun();
  const fd = await spawn(first, { function: "hog", kind: "thread" });
  workers[1]!.stand().say({ type: "limit", reason: "memory", ms: 1 });
  await first.call("read", fd, 1000, null);
  expect(text(await first.call("read", fd, 1000, null))).toMatch(
    /^\{"code":137,"reason":"Thread 2/,
  );
  expect(shown("stderr")).toMatch(/^Thread 2 \(hog\) was ended: .* 512 MiB/);
  await spawn(first);
  expect(endings).toEqual([]);
  workers[2]!.say({ type: "limit", reason: "messages", ms: 1 });
  expect(endings).toMatchObject([{ exitCode: 137, reason: "messages" }]);
});

test("all that wait are told of the deadlock, the last one first, and are answered no more", async () => {
  const { workers, first, endings, shown } = await beginRun();
  const fd = await spawn(first);
  const child = workers[1]!.stand();
  await first.call("read", fd, 1000, null);
  const waiting = read(first, fd);
  const pipe = (await child.call("open", "/dev/ahiru/pipe", 2, 0)) as number;
  const end = await child.call("open", "/dev/ahiru/pipe/1/read", O_RDONLY, 0);
  expect(pipe).toBe(3);
  child.ask("read", end, 1, null);
  const told = (worker: FakeWorker) => worker.told.some((m) => m.type === "deadlock");
  first.wait();
  await turn();
  expect([told(first), told(child)]).toEqual([false, false]);
  child.wait();
  await turn();
  expect([told(first), told(child)]).toEqual([false, true]);
  child.exit(2);
  await turn();
  expect([told(first), told(child)]).toEqual([true, true]);
  expect(first.answer(waiting)).toBeUndefined();
  first.exit(2);
  expect(endings).toMatchObject([{ exitCode: 2, reason: null }]);
  expect(shown("stderr")).toMatch(/^Deadlock: the 2 processes/);
});

test("an answer that is on its way is no deadlock", async () => {
  const { workers, first } = await beginRun();
  const fd = await spawn(first);
  workers[1]!.stand();
  await first.call("read", fd, 1000, null);
  const ended = read(first, fd);
  await turn();
  first.wait();
  workers[1]!.exit(0); // the answer follows, and no word of a deadlock
  await turn();
  expect(first.answer(ended)).toBeDefined();
  expect(first.told.some((m) => m.type === "deadlock")).toBe(false);
});

test("forged calls on the devices of processes break nothing", async () => {
  const chance = hostile(9);
  const { workers, first, endings } = await beginRun({ workers: 5 });
  const paths = ["spawn", "pipe", "pipe/1/read", "pipe/1/write", "pipe/2/read", "proc/1/kill", "proc/2/kill", "caps", "events"]; // prettier-ignore
  const plain = (_: string, v: unknown) => (typeof v === "bigint" ? Number(v) : v);
  const line = (v: unknown) => new TextEncoder().encode(JSON.stringify(v, plain) + "\n");
  const request = {
    function: "f",
    args: "",
    kind: "process",
    inherit: ["/dev/ahiru/pipe/1/read"],
    stdout: "",
  };
  for (let i = 0; i < 3000; i++) {
    const worker = chance.pick(workers);
    const fd = chance.pick([3, 4, 5, 6, 7, 8]);
    const what = chance.next();
    if (what < 0.3)
      worker.ask("open", "/dev/ahiru/" + chance.pick(paths), chance.pick([0, 1, 2]), 0);
    else if (what < 0.5) worker.ask("write", fd, line(chance.like(request)), null);
    else if (what < 0.7) worker.ask("read", fd, chance.pick([0, 1, 5000]), null);
    else if (what < 0.9) worker.ask("close", fd);
    else worker.hear(chance.like({ type: "waiting", answers: 1, traced: false }));
    if (i % 50 === 0) await turn();
  }
  expect(endings).toEqual([]);
  expect(workers.filter((w) => !w.ended).length).toBeLessThanOrEqual(6);
  first.exit(0);
  expect(endings).toHaveLength(1);
  await turn();
  expect(workers.every((w) => w.ended)).toBe(true);
});

test("reads and writes may wait only so many at once, and can again when some have ended", async () => {
  const { first, shown } = await beginRun({ waitingCalls: 3 });
  const maker = (await first.call("open", "/dev/ahiru/pipe", 2, 0)) as number;
  await first.call("read", maker, 1000, null);
  const into = await first.call("open", "/dev/ahiru/pipe/1/write", O_WRONLY, 0);
  const from = (await first.call("open", "/dev/ahiru/pipe/1/read", O_RDONLY, 0)) as number;
  const waiting = [read(first, from), read(first, from), read(first, from)];
  expect(await first.call("read", from, 1000, null)).toBe("ENOBUFS");
  expect(await first.call("write", into, new Uint8Array(1), null)).toBe(1); // that is not waiting
  expect(first.answer(waiting.shift()!)?.value).toEqual(new Uint8Array(1));
  const another = read(first, from);
  await turn();
  expect(first.answer(another)).toBeUndefined();
  expect(await first.call("close", from)).toBe(null);
  await turn();
  for (const id of [...waiting, another]) expect(first.answer(id)?.error).toBe("EBADF");
  expect(await first.call("write", into, new Uint8Array(1), null)).toBe("EPIPE");
  first.exit(0);
  expect(shown("stderr")).toContain("3 reads or writes waiting at once");
});
