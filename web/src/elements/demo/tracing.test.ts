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
  reader = {
    running: true,
    call: vi.fn(async (name: string, argument: unknown, beside?: { files: Uint8Array[] }) => {
      asked.push({ name, argument, bytes: [...(beside?.files[0] ?? [])] });
      return name === "model" ? model : {};
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
  traced?.trace(Uint8Array.of(1, 2));
  traced?.trace(Uint8Array.of(3));
  tracing.end("threads", 120);
  await settled();
  expect(asked.filter(({ name }) => name !== "model")).toEqual([
    { name: "begin", argument: { lang: "ja" }, bytes: [] },
    { name: "feed", argument: { worker: 0, last: false }, bytes: [1, 2] },
    { name: "feed", argument: { worker: 0, last: false }, bytes: [3] },
    { name: "feed", argument: { worker: 0, last: true }, bytes: [] },
  ]);
  expect(asked.at(-1)?.name).toBe("model");
  expect(tracing.model).toBe(model);
  expect(tracing.bytes.map((b) => [...b])).toEqual([[1, 2], [3]]);
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
  first?.trace(Uint8Array.of(1));
  const second = tracing.begin(true);
  first?.trace(Uint8Array.of(9));
  second?.trace(Uint8Array.of(2));
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
