import { afterEach, expect, test, vi } from "vitest";
import { declaredLength, download, type Progress } from "./engine-download";

afterEach(() => vi.unstubAllGlobals());

const answer = (response: Response | Error) =>
  vi.stubGlobal("fetch", async () => {
    if (response instanceof Error) throw response;
    return response;
  });

test("tells progress in bytes", async () => {
  answer(new Response("hello", { headers: { "content-length": "5" } }));
  const told: Progress[] = [];
  const bytes = await download("a/b.wasm", { onProgress: (p) => told.push(p) });
  expect(new TextDecoder().decode(bytes)).toBe("hello");
  expect(told.at(-1)).toEqual({ received: 5, total: 5 });
});

test("errors are sentences that name the file", async () => {
  answer(new Response("", { status: 404 }));
  await expect(download("/assets/map.wasm?x")).rejects.toThrow(
    "map.wasm could not be fetched: the server answers 404.",
  );
  answer(new TypeError("Failed to fetch"));
  await expect(download("/assets/map.wasm")).rejects.toThrow(
    "map.wasm could not be fetched (Failed to fetch).",
  );
});

test("a length under a coding is not believed", () => {
  expect(declaredLength(new Headers({ "content-length": "12" }))).toBe(12);
  expect(declaredLength(new Headers({ "content-length": "12", "content-encoding": "br" }))).toBe(
    null,
  );
  expect(declaredLength(new Headers())).toBe(null);
});
