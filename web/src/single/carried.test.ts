import { expect, test } from "vitest";
import { fetchFrom } from "./carried";

async function packed(text: string): Promise<string> {
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(zipped).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

const root = new URL("https://example.org/a/");
const files: Record<string, string> = {
  "demos/race/lesson.json": await packed('{"name":"アヒル"}'),
};
const asked: string[] = [];
const get = fetchFrom(root, (path) => {
  asked.push(path);
  return Object.hasOwn(files, path) ? files[path]! : null;
});

test("a carried file is answered as a host would", async () => {
  const answer = await get(new URL("demos/race/lesson.json?x=1", root));
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(await answer.json()).toEqual({ name: "アヒル" });
});

test("a file that is not carried is not there", async () => {
  expect((await get(new URL("toolchain/index.json", root), { method: "HEAD" })).status).toBe(404);
  expect((await get(new URL("constructor", root))).status).toBe(404);
});

test("nothing outside is asked", async () => {
  asked.length = 0;
  const outside = ["https://example.org/", "https://example.com/a/x", "http://example.org/a/x"];
  for (const address of [...outside, "data:,x", "file:///etc/passwd"]) {
    await expect(get(address)).rejects.toThrow(TypeError);
  }
  expect(asked).toEqual([]);
});

test("one who has given up gets nothing", async () => {
  await expect(get(root, { signal: AbortSignal.abort() })).rejects.toThrow();
});

test("a damaged block fails instead of ending early", async () => {
  const whole = await packed("x".repeat(5000));
  const damaged = fetchFrom(root, () => whole.slice(0, 20));
  await expect((await damaged(root)).text()).rejects.toThrow();
});
