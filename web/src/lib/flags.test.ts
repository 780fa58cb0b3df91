import { describe, expect, test } from "vitest";
import { parseUsage } from "./flags";
import { hostileText, seeded } from "./fuzz";

// Printed by Go 1.26's flag package.
const usage = [
  "Usage of threads:",
  "  -d duration",
  "    \thow long each wait takes (1ms to 10s) (default 100ms)",
  "  -lang string",
  '    \tlanguage of the words (en|ja|ko) (default "en")',
  "  -n int",
  "    \thow many waits (1 to 100) (default 10)",
  "  -name string",
  '    \twho is asked (default "a \\"duck\\"")',
  "  -rate float",
  "    \tshare of waits",
  "    \tthat are cut short (0 to 1)",
  "  -size bytes",
  "    \tbuffer size (1 to 4096) (default 64)",
  "  -u uint",
  "    \tunsigned",
  "  -v\tsay more",
  "  -verbose",
  "    \tsay even more (default true)",
  "  -x value",
  "    \tany text",
].join("\n");

test("reads every kind of flag", () => {
  expect(parseUsage(usage)).toEqual([
    {
      name: "d",
      kind: "duration",
      usage: "how long each wait takes",
      default: "100ms",
      range: { min: "1ms", max: "10s" },
    },
    {
      name: "lang",
      kind: "choice",
      usage: "language of the words",
      default: "en",
      choices: ["en", "ja", "ko"],
    },
    {
      name: "n",
      kind: "int",
      usage: "how many waits",
      default: "10",
      range: { min: "1", max: "100" },
    },
    { name: "name", kind: "string", usage: "who is asked", default: 'a "duck"' },
    {
      name: "rate",
      kind: "float",
      usage: "share of waits\nthat are cut short",
      default: "0",
      range: { min: "0", max: "1" },
    },
    {
      name: "size",
      kind: "int",
      usage: "buffer size",
      default: "64",
      range: { min: "1", max: "4096" },
    },
    { name: "u", kind: "uint", usage: "unsigned", default: "0" },
    { name: "v", kind: "bool", usage: "say more", default: "false" },
    { name: "verbose", kind: "bool", usage: "say even more", default: "true" },
    { name: "x", kind: "string", usage: "any text", default: "" },
  ]);
});

describe("odd input", () => {
  test("a program without flags", () => {
    expect(parseUsage("Usage of ducks:\n")).toEqual([]);
  });

  test("words around the flags are passed over", () => {
    const text = "Threads waits.\n  -n int\n    \tcount\n\nSee also:\n    \tnothing\n";
    expect(parseUsage(text)).toEqual([{ name: "n", kind: "int", usage: "count", default: "0" }]);
  });

  test("parentheses in the middle of a usage text stay", () => {
    const [flag] = parseUsage("  -n int\n    \tcount (or so) of waits\n");
    expect(flag?.usage).toBe("count (or so) of waits");
  });
});

test("hostile text never throws and gives sound flags", () => {
  const pieces = [
    "  -",
    "n",
    " int",
    "\n",
    "    \t",
    "\t",
    " (1 to 9)",
    " (a|b)",
    ' (default "x")',
  ];
  const random = seeded(2);
  for (let i = 0; i < 3000; i++) {
    for (const flag of parseUsage(hostileText(random, pieces, 40))) {
      expect(flag.name).toMatch(/^[A-Za-z0-9][\w.-]*$/);
      expect(typeof flag.default).toBe("string");
      expect(flag.kind === "choice").toBe(flag.choices !== undefined);
    }
  }
});
