import { expect, test } from "vitest";
import { digest, digestHere, nameOf } from "./digest";

test("without the browser's digest a page computes the same", async () => {
  for (const size of [0, 1, 63, 64, 65, (1 << 20) + 7]) {
    const bytes = Uint8Array.from({ length: size }, (_, i) => i * 31).buffer;
    expect(await digestHere(bytes)).toBe(await digest(bytes));
  }
});

test("names are short, and differ with the text", () => {
  expect(nameOf("a")).toMatch(/^[0-9a-f]{12}$/);
  expect(nameOf("a")).not.toBe(nameOf("b"));
});
