import { beforeEach, expect, test, vi } from "vitest";
import { Tracing } from "./tracing";

interface Asked {
  name: string;
  argument: unknown;
  bytes: number[];
}

let asked: Asked[];
let starts: number;
let fault: Error | null;
let missing: number;
let reader: { running: boolean; call: ReturnType<typeof vi.fn>; terminate(): void };
let tracing: Tracing;

const model = {
  lanes: [{ id: "0·G1", name: "main", worker: 0, spans: [] }],
  wakeups: [],
  hidden: 1,
};

beforeEach(() => {
  asked = [];
  starts = 0;
  fault = null;
  missing = 0;
  reader = {
    running: true,
    call: vi.fn(async (name: string, argument: unknown, beside?: { files: Uint8Array[] }) => {
      asked.push({ name, argument, bytes: [...(beside?.files[0] ?? [])] });
      return name === "model" ? model : { events: 1, missing };
    }),
    terminate: () => (reader.running = false),
  };
  const start = async () => {
    starts++;
    if (fault) throw fault;
    return reader as never;
  };
  tracing = new Tracing(
    start,
    () => "ja",
    () => {},
  );
});

const who = { worker: 1, name: "main", kind: "process", cut: "", lost: 0, dead: false };
const piece = (pid: number, bytes: number[], last = false) => ({
  pid,
  name: "main",
  kind: "process" as const,
  bytes: Uint8Array.from(bytes),
  last,
  cut: "" as const,
  lost: 0,
  dead: false,
});

const settled = () => vi.waitFor(() => expect(tracing.live).toBe(false));

test("a run that is not traced starts no reader", () => {
  expect(tracing.begin(false)).toBeNull();
  tracing.end("threads", 100);
  expect([starts, tracing.on, tracing.live]).toEqual([0, false, false]);
});

test("a traced run is read in order, and its model is the last word", async () => {
  const traced = tracing.begin(true);
  expect(traced?.env.AHIRU_TRACE).toBe("/dev/ahiru/trace");
  expect(tracing.live).toBe(true);
  traced?.trace(piece(1, [1, 2]));
  traced?.trace(piece(1, [3]));
  traced?.trace(piece(1, [], true));
  tracing.end("threads", 120);
  await settled();
  expect(asked.filter(({ name }) => name !== "model")).toEqual([
    { name: "begin", argument: { lang: "ja" }, bytes: [] },
    { name: "feed", argument: { ...who, last: false }, bytes: [1, 2] },
    { name: "feed", argument: { ...who, last: false }, bytes: [3] },
    { name: "feed", argument: { ...who, last: true }, bytes: [] },
  ]);
  expect(asked.at(-1)?.name).toBe("model");
  expect(tracing.model).toBe(model);
  expect(tracing.bytes.map((b) => [...b])).toEqual([[1, 2], [3], []]);
});

test("each process has a stream, one that broke off is ended, and the file holds them all", async () => {
  const traced = tracing.begin(true);
  traced?.trace(piece(1, [1]));
  traced?.trace({ ...piece(2, [2]), name: "proc/worker", kind: "thread" });
  traced?.trace(piece(1, [], true));
  tracing.end("processes", 120);
  await settled();
  const last = asked.filter(({ argument }) => (argument as { last: boolean }).last);
  expect(last.map(({ argument }) => (argument as { worker: number }).worker)).toEqual([1, 2]);
  const file = new TextDecoder().decode(Uint8Array.from(tracing.bytes.flatMap((b) => [...b])));
  expect(file).toMatch(/^1-main\.trace\0/);
  expect(file).toContain("2-proc-worker.trace");
});

test("a model is asked for when there is news, at the latest a little later, and not otherwise", async () => {
  let events = 0;
  reader.call.mockImplementation(async (name: string) => {
    asked.push({ name, argument: null, bytes: [] });
    return name === "model" ? model : { events, missing: 0 };
  });
  const models = () => asked.filter(({ name }) => name === "model").length;
  const feeds = () => asked.filter(({ name }) => name === "feed").length;
  const traced = tracing.begin(true)!;
  traced.trace(piece(1, [1]));
  await vi.waitFor(() => expect(feeds()).toBe(1));
  expect(models()).toBe(0);
  events = 5;
  traced.trace(piece(1, [2]));
  await vi.waitFor(() => expect(models()).toBe(1));
  traced.trace(piece(1, [3]));
  await vi.waitFor(() => expect(feeds()).toBe(3));
  events = 6;
  traced.trace(piece(1, [4]));
  await vi.waitFor(() => expect(models()).toBe(2)); // though nothing comes after it
});

test("recording is ended when events are missing", async () => {
  let stops = 0;
  missing = 0;
  const traced = tracing.begin(true)!;
  traced.stop = () => stops++;
  traced.trace(piece(1, [1]));
  await vi.waitFor(() => expect(asked.some(({ name }) => name === "feed")).toBe(true));
  expect(stops).toBe(0);
  missing = 7;
  traced.trace(piece(1, [2]));
  await vi.waitFor(() => expect(stops).toBe(1));
});

test("what tracing costs is told of the same command alone", async () => {
  tracing.begin(false);
  tracing.end("threads -n=10", 100);
  tracing.begin(true);
  tracing.end("threads -n=10", 130);
  await settled();
  expect(tracing.cost).toEqual({ traced: 130, plain: 100 });
  tracing.begin(true);
  tracing.end("threads -n=20", 130);
  await settled();
  expect(tracing.cost).toBeNull();
});

test("bytes of a run that is over do not reach the next", async () => {
  const first = tracing.begin(true);
  first?.trace(piece(1, [1]));
  const second = tracing.begin(true);
  first?.trace(piece(1, [9]));
  second?.trace(piece(1, [2]));
  tracing.end("threads", 1);
  await settled();
  expect(asked.map(({ bytes }) => bytes).flat()).toEqual([2]);
});

test("a reader that cannot be had is told of, and tried again", async () => {
  fault = new Error("The address cannot be reached.");
  tracing.begin(true);
  tracing.end("threads", 1);
  await settled();
  expect(tracing.condition).toEqual({ kind: "failed", reason: fault.message });
  fault = null;
  tracing.begin(true);
  tracing.end("threads", 1);
  await settled();
  expect([tracing.condition.kind, starts >= 2, tracing.model]).toEqual(["idle", true, model]);
});

test("a reader is started once, and anew when it has ended", async () => {
  tracing.prepare();
  tracing.begin(true);
  tracing.end("threads", 1);
  await settled();
  expect(starts).toBe(1);
  reader.running = false;
  const before = starts;
  tracing.begin(true);
  reader.running = true;
  tracing.end("threads", 1);
  await settled();
  expect(starts - before).toBeLessThan(2);
});

test("a run that never started leaves nothing live", () => {
  tracing.begin(true);
  tracing.giveUp();
  expect(tracing.live).toBe(false);
  tracing.end("threads", 1);
  expect(asked).toEqual([]);
});
