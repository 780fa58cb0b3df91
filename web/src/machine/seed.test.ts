import { expect, test } from "vitest";
import { SeededBytes } from "./seed";

const take = (seed: string, pid: number, count = 64) => {
  const bytes = new Uint8Array(count);
  new SeededBytes(seed, pid).fill(bytes);
  return [...bytes];
};

test("a seed gives the same bytes each time, another seed or process others", () => {
  expect(take("duck", 1)).toEqual(take("duck", 1));
  const all = [
    take("duck", 1),
    take("duck", 2),
    take("duck", 11),
    take("goose", 1),
    take("アヒル", 1),
  ];
  expect(new Set(all.map(String)).size).toBe(all.length);
});

test("the bytes do not depend on the pieces in which whole words are taken; a rest of a word is dropped", () => {
  const bytes = new SeededBytes("duck", 1);
  const pieces = [8, 4, 3, 4].map((n) => new Uint8Array(n));
  for (const piece of pieces) bytes.fill(piece);
  const whole = take("duck", 1, 20);
  expect([...pieces[0]!, ...pieces[1]!, ...pieces[2]!]).toEqual(whole.slice(0, 15));
  expect([...pieces[3]!]).toEqual(whole.slice(16));
});

test("bits are set as often as not", () => {
  for (const seed of ["", "0", "1", "a long seed of many words"]) {
    const bytes = take(seed, 1, 10_000);
    const set = bytes.reduce((n, byte) => n + byte.toString(2).replaceAll("0", "").length, 0);
    expect(set / 80_000).toBeGreaterThan(0.49);
    expect(set / 80_000).toBeLessThan(0.51);
    expect(new Set(bytes).size).toBe(256);
  }
});
