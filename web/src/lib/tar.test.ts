import { expect, test } from "vitest";
import { tarOf } from "./tar";

/** Reads an archive as tar does: header, contents, padding, and two empty blocks at the end. */
function untar(bytes: Uint8Array): Record<string, number[]> {
  const files: Record<string, number[]> = {};
  const text = (from: number, n: number) =>
    new TextDecoder().decode(bytes.subarray(from, from + n)).replace(/\0.*$/s, "");
  let at = 0;
  while (bytes[at] !== 0) {
    const head = bytes.slice(at, at + 512);
    head.fill(32, 148, 156);
    expect(parseInt(text(at + 148, 8), 8)).toBe(head.reduce((n, byte) => n + byte, 0));
    expect(text(at + 257, 6)).toBe("ustar");
    const size = parseInt(text(at + 124, 12), 8);
    files[text(at, 100)] = [...bytes.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
  expect(bytes.length - at).toBe(1024);
  return files;
}

test("what is packed can be unpacked", () => {
  const contents = [[Uint8Array.of(1, 2), Uint8Array.of(3)], [], [new Uint8Array(512).fill(7)]];
  const files = contents.map((bytes, i) => ({ name: `${i}-main.trace`, bytes }));
  const whole = Uint8Array.from(tarOf(files, 1_700_000_000).flatMap((part) => [...part]));
  expect(untar(whole)).toEqual({
    "0-main.trace": [1, 2, 3],
    "1-main.trace": [],
    "2-main.trace": new Array(512).fill(7),
  });
});
