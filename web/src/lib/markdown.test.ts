import { expect, test } from "vitest";
import { literal } from "./markdown";

test("a title is no markup", () => {
  expect(literal("Back to the __future__")).toBe("Back to the \\_\\_future\\_\\_");
  expect(literal("[a](b) <img>\n# x")).toBe("\\[a\\]\\(b\\) \\<img\\> \\# x");
});
