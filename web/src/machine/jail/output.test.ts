import { expect, test } from "vitest";
import { OutputStream } from "./output";

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a stream of that limit shows of some writes. */
function shown(limit: number, writes: Uint8Array[]): string {
  let all = "";
  const stream = new OutputStream("stdout", limit, (_, text) => (all += text));
  for (const write of writes) stream.write(write, 1);
  stream.end();
  return all;
}

test("text goes through as it was written", () => {
  expect(shown(1000, [bytes("a\n"), bytes("b")])).toBe("a\nb");
});

test("a character split over writes stays whole, wherever the limit's parts meet", () => {
  const text = "家鴨🦆".repeat(5);
  const writes = [...bytes(text)].map((byte) => Uint8Array.of(byte));
  for (let limit = bytes(text).length; limit < 200; limit++) {
    expect(shown(limit, writes)).toBe(text);
    expect(shown(limit, [bytes(text)])).toBe(text);
  }
});

test("invalid UTF-8 is replaced", () => {
  expect(shown(1000, [Uint8Array.of(97, 0xff, 98, 0xe3, 0x81)])).toBe("a\ufffdb\ufffd");
  expect(shown(1000, [Uint8Array.of(0xef, 0xbb, 0xbf, 97)])).toBe("\ufeffa");
});

test("of long output the first and last parts stay, and a line says what is missing", () => {
  const line = (i: number) => `line ${i}\n`;
  const all = Array.from({ length: 10_000 }, (_, i) => line(i));
  const got = shown(1000, all.map(bytes));
  const parts =
    /^((?:line \d+\n)+)(?:line? ?\d*\n)?\[… ([\d,]+) bytes \(([\d,]+) lines\) left out here.*\]\n((?:line \d+\n)+)$/.exec(
      got,
    );
  expect(parts).not.toBeNull();
  const [, head, missing, lines, tail] = parts!;
  expect(head).toBe(all.join("").slice(0, head!.length));
  expect(tail).toBe(all.join("").slice(-tail!.length));
  const number = (s: string | undefined) => Number(s!.replaceAll(",", ""));
  const total = all.join("").length;
  const kept = got.length - /\[….*\n/.exec(got)![0].length;
  expect(Math.abs(number(missing) - (total - kept))).toBeLessThanOrEqual(1);
  expect(number(lines)).toBeGreaterThan(9800);
  expect(got.length).toBeLessThan(1200);
});

test("nothing is said to be missing when nothing is", () => {
  for (const length of [749, 750, 751, 999, 1000]) {
    expect(shown(1000, [bytes("x".repeat(length))])).toBe("x".repeat(length));
  }
  expect(shown(1000, [bytes("x".repeat(1004))])).toContain("left out");
});

test("one write of any size", () => {
  const got = shown(100, [bytes("家".repeat(100_000))]);
  expect(got).not.toContain("\ufffd");
  expect(got).toMatch(/^家+\n\[… .*\]\n家+$/);
});

test("a sentence stands on a line of its own", () => {
  let all = "";
  const stream = new OutputStream("stderr", 100, (_, text) => (all += text));
  stream.write(bytes("no newline"), 1);
  stream.end();
  stream.say("Stopped.", 5);
  stream.say("Twice.", 5);
  expect(all).toBe("no newline\nStopped.\nTwice.\n");
});
