import { expect, test } from "vitest";
import { jailDocument, jailPolicy } from "./csp";

test("the frame's policy admits one script, Wasm and workers from memory, no network", () => {
  expect(jailPolicy("sha256-x=")).toBe(
    "default-src 'none'; script-src 'sha256-x=' 'wasm-unsafe-eval' blob: data:; worker-src blob: data:",
  );
});

test("a script that would end its element is refused", () => {
  expect(() => jailDocument("'</SCRIPT>'", "sha256-x=")).toThrow("script element");
  expect(() => jailDocument("'<!--'", "sha256-x=")).toThrow("script element");
  expect(jailDocument("1 < 2", "sha256-x=")).toContain("<script>1 < 2</script>");
});
