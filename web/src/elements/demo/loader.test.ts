import { afterEach, describe, expect, test, vi } from "vitest";
import { fakeLesson, fakeWasm } from "./fake-lesson";
import { loadLesson, loadProgram } from "./loader";

const url = new URL("https://example.org/demos/threads/lesson.json");
const never = new AbortController().signal;

const answer = (make: () => Response | Promise<Response>) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => make()),
  );

afterEach(() => vi.unstubAllGlobals());

describe("a lesson", () => {
  test("is read", async () => {
    answer(() => Response.json(fakeLesson));
    expect(await loadLesson(url, never)).toEqual(fakeLesson);
  });

  test.each([
    ["missing", () => new Response("", { status: 404 })],
    ["refused", () => new Response("", { status: 503 })],
    ["unreachable", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["unreadable", () => new Response("<!doctype html>")],
    ["unreadable", () => Response.json({ name: "threads" })],
    ["unreadable", () => Response.json(null)],
  ])("that is %s fails as such", async (fault, make) => {
    answer(make);
    await expect(loadLesson(url, never)).rejects.toMatchObject({ fault, url });
  });
});

describe("a program", () => {
  const load = (bytes: number, progress: (share: number) => void = () => {}) =>
    loadProgram(url, bytes, ({ got, total }) => progress(got / total), never);

  test("tells its progress to the end", async () => {
    answer(() => new Response(fakeWasm));
    const shares: number[] = [];
    const buffer = await load(8, (share) => shares.push(share));
    expect(new Uint8Array(buffer)).toEqual(fakeWasm);
    expect(shares.at(-1)).toBe(1);
  });

  test.each([
    ["incomplete", 9, fakeWasm],
    ["unreadable", 7, fakeWasm],
    ["unreadable", 8, new TextEncoder().encode("<!doctyp")],
  ])("that is %s is refused", async (fault, bytes, body) => {
    answer(() => new Response(body));
    await expect(load(bytes)).rejects.toMatchObject({ fault });
  });

  test("whose connection breaks is incomplete", async () => {
    answer(() => {
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(fakeWasm.slice(0, 4));
        },
        pull(stream) {
          stream.error(new TypeError("network error"));
        },
      });
      return new Response(body);
    });
    await expect(load(8)).rejects.toMatchObject({ fault: "incomplete" });
  });

  test("that is no longer wanted fails with the reason of the abort", async () => {
    const abort = new AbortController();
    abort.abort(new Error("gone"));
    answer(() => Promise.reject(new TypeError("aborted")));
    await expect(loadProgram(url, 8, () => {}, abort.signal)).rejects.toThrow("gone");
  });
});
