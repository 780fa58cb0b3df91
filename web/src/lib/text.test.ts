import { expect, test } from "vitest";
import { browserName } from "./browser-name";
import { formatBytes } from "./bytes";
import { fenced, inlineCode, table } from "./markdown";
import { factor, quantity } from "./quantity";
import { elapsed, seconds, timestamp } from "./time-text";
import { visibleText } from "./visible-text";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("bytes, quantities and times read well", () => {
  expect([640, 12_345, 2_631_436].map((n) => plain(formatBytes(n)))).toEqual([
    "640 B",
    "12 kB",
    "2.6 MB",
  ]);
  expect(plain(quantity(1.0034, "s"))).toBe("1.003 s");
  expect(plain(quantity(0.00012345, "s"))).toBe("0.0001235 s");
  expect(plain(quantity(1000000, ""))).toBe("1,000,000");
  expect(plain(quantity(12.3456, "MB"))).toBe("12.35 MB");
  expect(quantity(NaN, "s")).toBe("–");
  expect([1, 9.93, 123.4].map((n) => plain(factor(n)))).toEqual(["1 ×", "9.9 ×", "123 ×"]);
  expect(plain(seconds(103.4))).toBe("0.103 s");
  expect(plain(elapsed(1234))).toBe("1.2 s");
});

test("a timestamp names its zone", () => {
  expect(timestamp(new Date(2026, 10, 22, 9, 5))).toMatch(/^2026-11-22 09:05 [+-]\d\d:\d\d$/);
});

test("control characters and direction marks become visible", () => {
  expect(visibleText("a\tb\u001b[31mred\u0000\u007f\r")).toBe("a\tb‹ESC›[31mred‹NUL›‹U+007F›‹CR›");
  expect(visibleText("\u202ecod.exe")).toBe("‹U+202E›cod.exe");
  expect(visibleText("\u0085")).toBe("‹U+0085›");
  expect(visibleText("もるぱこは、ワンッ!と鳴いた 👩‍👩‍👧")).toBe("もるぱこは、ワンッ!と鳴いた 👩‍👩‍👧");
});

test.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36",
    "Chrome 156",
  ],
  ["Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0", "Edge 156"],
  ["Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox 153"],
  ["Mozilla/5.0 (Macintosh) AppleWebKit/605 Version/18.2 Safari/605", "Safari 18.2"],
  ["curl/8", ""],
])("browserName(%j) is %j", (agent, want) => {
  expect(browserName(agent)).toBe(want);
});

test("Markdown made from foreign text keeps its shape", () => {
  expect(fenced("a\n```\nb", "text")).toBe("````text\na\n```\nb\n````");
  expect(inlineCode("a`b")).toBe("``a`b``");
  expect(table(["k", "v"], [["a|b", "1\n2"]])).toBe("| k | v |\n| --- | --- |\n| a\\|b | 1 2 |");
});
