import { expect, test, vi } from "vitest";
import { toLimits } from "../limits";
import type { JailMessage, PageMessage } from "../protocol";
import type { Compiled } from "./process";
import { FakeWorker } from "./run-rig";
import { Tools } from "./tools";

type ToolMessage = Extract<PageMessage, { type: "tool" }>;

const text = (bytes: unknown) => new TextDecoder().decode(bytes as Uint8Array);
const bytes = (s: string) => new TextEncoder().encode(s);
const soon = () => new Promise((go) => setTimeout(go, 20));

/** A kernel with tools alone, whose workers are the test's. */
function shop() {
  const workers: FakeWorker[] = [];
  const said: JailMessage[] = [];
  const kept: [string, string][] = [];
  const tools = new Tools({
    host: {
      take: async () => {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker.warm;
      },
      sharing: false,
      caps: () => ({}),
    },
    post: (message) => said.push(message),
    program: (id) => (id === "compile" ? ({} as Compiled) : undefined),
    keep: async (id, made) => void kept.push([id, text(made)]),
    rest: () => {},
  });
  const start = async (run: number, more: Partial<ToolMessage> = {}) => {
    const program = { wasm: "compile", args: ["compile"], env: {}, stdin: bytes(""), files: {} };
    const terms = { mounts: [], makes: "out", keepAs: "", parks: false };
    const choices = { limits: toLimits({}), clock: "real", seed: "" } as const;
    tools.start({ type: "tool", run, ...program, ...choices, ...terms, ...more });
    await soon();
    return workers.at(-1)!.stand();
  };
  const of = <T extends JailMessage["type"]>(type: T) =>
    said.filter((m): m is Extract<JailMessage, { type: T }> => m.type === type);
  return { tools, start, of, kept };
}

async function write(worker: FakeWorker, path: string, contents: string): Promise<void> {
  const fd = await worker.call("open", path, 0o101, 0o644);
  await worker.call("write", fd, bytes(contents), null);
  await worker.call("close", fd);
}

test("what a tool makes is handed out when it ends well", async () => {
  const { start, of } = shop();
  const worker = await start(1);
  await write(worker, "/home/out", "object code");
  worker.exit(0);
  await soon();
  expect(of("made").map((m) => [m.run, m.size, text(m.bytes)])).toEqual([[1, 11, "object code"]]);
  expect(of("done")).toMatchObject([{ run: 1, exitCode: 0, reason: null }]);
});

test("what a tool makes is kept, and not handed out, when the page wants it run", async () => {
  const { start, of, kept } = shop();
  const worker = await start(1, { keepAs: "main-1" });
  await write(worker, "/home/out", "a module");
  worker.exit(0);
  await soon();
  expect(kept).toEqual([["main-1", "a module"]]);
  expect(of("made")).toEqual([{ type: "made", run: 1, size: 8, bytes: null, memory: 0 }]);
});

test("a tool that fails has made nothing", async () => {
  const { start, of, kept } = shop();
  const worker = await start(1, { keepAs: "main-1" });
  await write(worker, "/home/out", "half a module");
  worker.exit(2);
  await soon();
  expect([of("made"), kept]).toEqual([[], []]);
  expect(of("done")).toMatchObject([{ exitCode: 2 }]);
});

test("a tool gets the mounts that it asks for and no others", async () => {
  const { tools, start } = shop();
  tools.mount(bytes("fmt and os").buffer, [
    ["/pack/fmt.o", 0, 3],
    ["/pack/os.o", 8, 2],
  ]);
  const worker = await start(1, { mounts: ["/pack/os.o", "/pack/none.o"] });
  expect(worker.start.mounts?.map(([path, part]) => [path, text(part)])).toEqual([
    ["/pack/os.o", "os"],
  ]);
});

test("a parked tool waits, gets its files, and its product the name it is given then", async () => {
  const { tools, start, of, kept } = shop();
  const worker = await start(7, { parks: true });
  const fd = await worker.call("open", "/dev/ahiru/park", 0, 0);
  const read = worker.ask("read", fd, 512, null);
  worker.say({ type: "waiting", answers: 1, traced: false, until: null, ms: 1 });
  await soon();
  expect(of("parked")).toEqual([{ type: "parked", run: 7 }]);
  expect(worker.answer(read)).toBeUndefined();
  expect(worker.told.filter((m) => m.type === "deadlock")).toEqual([]);
  tools.wake(7, { "main.go": bytes("package main") }, "main-7");
  await soon();
  expect(worker.answer(read)?.value).toHaveLength(0);
  const source = await worker.call("open", "/home/main.go", 0, 0);
  expect(text(await worker.call("read", source, 100, null))).toBe("package main");
  await write(worker, "/home/out", "linked");
  worker.exit(0);
  await soon();
  expect(kept).toEqual([["main-7", "linked"]]);
});

test("a parked tool may wait longer than it may work", async () => {
  const { tools, start, of } = shop();
  const worker = await start(1, { parks: true, limits: toLimits({ wallMs: 200 }) });
  const fd = await worker.call("open", "/dev/ahiru/park", 0, 0);
  worker.ask("read", fd, 512, null);
  await new Promise((go) => setTimeout(go, 500));
  expect(of("done")).toEqual([]);
  tools.wake(1, {}, "");
  await vi.waitFor(() => expect(of("done")).toMatchObject([{ exitCode: 137, reason: "time" }]));
});

test("a program that is no tool finds no park", async () => {
  const { start } = shop();
  const worker = await start(1);
  await expect(worker.call("open", "/dev/ahiru/park", 0, 0)).resolves.toBe("ENOENT");
});

test("a tool that was never loaded fails with a sentence", async () => {
  const { tools, of } = shop();
  const limits = toLimits({});
  const rest = { env: {}, stdin: bytes(""), files: {}, clock: "real", seed: "", limits } as const;
  const terms = { mounts: [], makes: "", keepAs: "", parks: false };
  tools.start({ type: "tool", run: 3, wasm: "none", args: [], ...rest, ...terms });
  await soon();
  expect(of("done")).toMatchObject([{ run: 3, exitCode: 2 }]);
});
