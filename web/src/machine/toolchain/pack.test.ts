import { afterEach, expect, test, vi } from "vitest";
import {
  altered,
  asNegotiated,
  asStored,
  cutShort,
  endless,
  FakeCaches,
  FakeSite,
  fileNumbers,
  plainCutShort,
  status,
  unanswered,
} from "./fake-site";
import { Keep } from "./keep";
import { Pack } from "./pack";

const { compile, every } = fileNumbers;
const never = () => new AbortController().signal;
const text = (bytes: ArrayBuffer | undefined) => new TextDecoder().decode(bytes);

afterEach(() => vi.unstubAllGlobals());

async function opened(site: FakeSite): Promise<Pack> {
  const pack = new Pack(site.base);
  await pack.open(never(), () => {});
  return pack;
}

async function fetchOne(pack: Pack, file: number, signal = never()) {
  return (await pack.files([file], "compiler", signal, () => {})).get(file);
}

test("a file comes as it is stored, or unpacked by a browser whose server negotiates", async () => {
  const site = new FakeSite();
  site.spoil("every.o", asStored, asNegotiated);
  const pack = await opened(site);
  expect(text(await fetchOne(pack, every))).toBe("!<arch>\n runtime and os");
  expect(text(await fetchOne(pack, every))).toBe("!<arch>\n runtime and os");
});

test.each([
  ["cut short", cutShort],
  ["cut short, unpacked", plainCutShort],
  ["altered", altered],
  ["longer than it should be", endless],
])("a file that is %s is fetched again", async (_, spoilt) => {
  const site = new FakeSite();
  site.spoil("compile.wasm", spoilt);
  const pack = await opened(site);
  expect(text(await fetchOne(pack, compile))).toContain("compiler");
  expect(site.count("compile.wasm")).toBe(2);
});

test.each([
  ["damaged", [cutShort, altered]],
  ["damaged", [endless, plainCutShort]],
  ["missing", [status(404)]],
  ["refused", [status(503)]],
  ["unreachable", [unanswered]],
  ["unreachable", [altered, unanswered]],
])("a file that cannot be had is %s", async (fault, answers) => {
  const site = new FakeSite();
  site.spoil("compile.wasm", ...answers);
  const pack = await opened(site);
  await expect(fetchOne(pack, compile)).rejects.toMatchObject({ fault });
  expect(text(await fetchOne(pack, compile))).toContain("compiler");
});

test("what was kept serves when there is no network", async () => {
  const site = new FakeSite();
  const caches = new FakeCaches();
  const first = await opened(site);
  await fetchOne(first, compile);
  await vi.waitFor(() => expect(caches.size).toBe(2)); // the index too
  site.spoil("index.json", unanswered);
  site.spoil("compile.wasm", unanswered);
  const second = await opened(site);
  expect(second.index?.go).toBe("go1.26.8");
  expect(text(await fetchOne(second, compile))).toContain("compiler");
  expect(site.count("compile.wasm")).toBe(1);
});

test("what was kept and has rotted is fetched again", async () => {
  const site = new FakeSite();
  const caches = new FakeCaches();
  const pack = await opened(site);
  await fetchOne(pack, compile);
  caches.rot();
  expect(text(await fetchOne(pack, compile))).toContain("compiler");
  expect(site.count("compile.wasm")).toBe(2);
});

test("a browser that keeps nothing does no harm", async () => {
  const site = new FakeSite();
  const caches = new FakeCaches();
  caches.full = true;
  const pack = await opened(site);
  expect(text(await fetchOne(pack, compile))).toContain("compiler");
  expect(caches.size).toBe(0);
});

test("what is removed while a page is open is missed, fetched and found again", async () => {
  const site = new FakeSite();
  new FakeCaches();
  const pack = await opened(site);
  await pack.keepAll(never(), () => {});
  expect((await pack.weigh()).missing).toBe(0);
  await Keep.drop(site.base);
  const { total, missing } = await pack.weigh();
  expect(missing).toBe(total);
  await pack.keepAll(never(), () => {});
  site.spoil("index.json", unanswered);
  expect(await (await opened(site)).weigh()).toEqual({ total: expect.any(Number), missing: 0 });
});

test("files of an older pack are dropped", async () => {
  const caches = new FakeCaches();
  await fetchOne(await opened(new FakeSite()), compile);
  await vi.waitFor(() => expect(caches.size).toBe(2));
  const files = [{ name: "a.gz", sha256: "0".repeat(64), bytes: 1, gzip: 1, brotli: 1 }];
  const numbers = { compile: 0, link: 0, planner: 0, names: 0 };
  await opened(new FakeSite({ files, ...numbers, packages: {} }));
  await vi.waitFor(() => expect(caches.size).toBe(1));
});

test("two sites of one origin keep theirs apart", async () => {
  new FakeCaches();
  const base = (site: string) => new URL(`https://site.example/${site}/toolchain/`);
  const [mine, theirs] = [new Keep(base("a")), new Keep(base("b"))];
  const entry = { name: "x.gz", sha256: "0".repeat(64), bytes: 1, gzip: 1, brotli: 1 };
  await mine.keepFile(entry, new ArrayBuffer(1));
  await theirs.keepIndex("{}", []); // drops what it does not name
  expect(await mine.file(entry)).toBeDefined();
  expect(await mine.index()).toBeUndefined();
  await Keep.drop(base("b"));
  expect(await mine.file(entry)).toBeDefined();
  await Keep.drop(base("a"));
  expect(await new Keep(base("a")).file(entry)).toBeUndefined();
});

test("progress counts bytes of the network and ends at all of them", async () => {
  const pack = await opened(new FakeSite());
  const seen: number[] = [];
  const tell = (received: number, total: number) => {
    expect(total).toBe(200);
    seen.push(received);
  };
  await pack.files([compile, every], "compiler", never(), tell);
  expect(seen.at(-1)).toBeGreaterThan(0);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBeLessThanOrEqual(200);
});

test("a pack that is being made is waited for", async () => {
  const site = new FakeSite();
  const making = { step: "building", done: 1, total: 5, seconds: 2.5 };
  const far = { ...making, far: { done: 3, total: 9 } };
  const made = { ...making, done: 5 };
  site.spoil("index.json", status(404));
  site.spoil(
    "progress.json",
    () => new Response(JSON.stringify(making)),
    () => new Response(JSON.stringify({ ...making, far: { done: 10, total: 9 } })),
    () => new Response(JSON.stringify(far)),
    () => new Response(JSON.stringify(made)),
  );
  const seen: unknown[] = [];
  const pack = new Pack(site.base);
  const index = await pack.open(never(), (progress) => seen.push(progress));
  expect(index.go).toBe("go1.26.8");
  const said = { silent: false };
  expect(seen).toEqual([making, making, far, made].map((each) => ({ ...each, ...said })));
  expect(site.count("index.json")).toBe(2); // a 404 each time would fill the browser's log
});

test("a builder that has gone is told of, and one that comes after all is waited for", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const site = new FakeSite();
  const waiting = { step: "waiting to begin", done: 0, total: 5, seconds: 0 };
  const at = (progress: object) => () => new Response(JSON.stringify(progress));
  const gone = Array.from({ length: 30 }, () => at(waiting));
  const works = [at({ ...waiting, seconds: 2 }), at({ ...waiting, done: 5, seconds: 4 })];
  site.spoil("index.json", status(404));
  site.spoil("progress.json", ...gone, ...works);
  const silent: boolean[] = [];
  const open = new Pack(site.base).open(never(), (progress) => {
    silent.push(progress!.silent);
    void vi.advanceTimersToNextTimerAsync();
  });
  await expect(open).resolves.toMatchObject({ go: "go1.26.8" });
  vi.useRealTimers();
  expect(silent.slice(0, 5)).toEqual([false, false, false, false, false]);
  expect(silent.slice(25, 30)).toEqual([true, true, true, true, true]);
  expect(silent.slice(30)).toEqual([false, false]); // it works again, and is done
});

test("a site without a pack says so", async () => {
  const site = new FakeSite();
  site.spoil("index.json", status(404));
  await expect(opened(site)).rejects.toMatchObject({ fault: "missing" });
  const failed = new FakeSite();
  failed.spoil("index.json", status(404));
  const said = { step: "", done: 0, total: 5, seconds: 1, failed: "no space left" };
  failed.spoil("progress.json", () => new Response(JSON.stringify(said)));
  await expect(opened(failed)).rejects.toThrow("no space left");
});

test("a wait and a fetch can be given up", async () => {
  const site = new FakeSite();
  site.spoil("index.json", status(404));
  site.spoil("progress.json", () => new Response("{}"));
  const end = new AbortController();
  const open = new Pack(site.base).open(end.signal, () => end.abort(new Error("enough")));
  await expect(open).rejects.toThrow("enough");
  const pack = await opened(site);
  await expect(fetchOne(pack, compile, AbortSignal.abort(new Error("no")))).rejects.toThrow("no");
});

test.each([
  ["no JSON", "<html>"],
  ["another format", JSON.stringify({ format: 2 })],
  ["no files", JSON.stringify({ format: 1, go: "x", language: "y", files: [], packages: {} })],
])("an index that is none (%s) is damaged", async (_, index) => {
  const site = new FakeSite();
  site.spoil("index.json", () => new Response(index));
  await expect(opened(site)).rejects.toMatchObject({ fault: "damaged" });
});
