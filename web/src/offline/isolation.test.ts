import { expect, test } from "vitest";
import { isolated } from "./isolation";

test("an answer without headers gets all four and keeps its own", async () => {
  const bare = new Response("quack", { status: 404, headers: { "Content-Type": "text/plain" } });
  const stamped = isolated(bare);
  expect(stamped.status).toBe(404);
  expect(stamped.headers.get("content-type")).toBe("text/plain");
  expect(stamped.headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(stamped.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
  expect(stamped.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(stamped.headers.get("document-isolation-policy")).toBe("isolate-and-require-corp");
  expect(await stamped.text()).toBe("quack");
});

test("an answer that has them goes on as it is", () => {
  const stamped = isolated(new Response("quack"));
  expect(isolated(stamped)).toBe(stamped);
});

test("an answer that shows nothing of itself goes on as it is", () => {
  const error = Response.error();
  expect(isolated(error)).toBe(error);
  expect(isolated(new Response(null, { status: 204 })).status).toBe(204);
});
