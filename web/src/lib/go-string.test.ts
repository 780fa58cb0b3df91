import { expect, test } from "vitest";
import { unquote } from "./go-string";

test.each([
  [`"en"`, "en"],
  [`""`, ""],
  [`"a\\"b\\\\c\\n"`, 'a"b\\c\n'],
  [`"\\x41\\u3042\\U0001f986\\101"`, "Aあ🦆A"],
  [`"\\Uffffffff"`, "\ufffd"],
  ["10", "10"],
  [`"`, `"`],
])("unquote(%j) is %j", (literal, want) => {
  expect(unquote(literal)).toBe(want);
});
