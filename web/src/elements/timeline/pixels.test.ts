import { expect, test } from "vitest";
import { blended, Pixels, type Tile } from "./pixels";

const red = 0xff0000ff;
const blue = 0xffff0000;
const plain: Tile = { size: 1, pixels: Uint32Array.of(red) };
const striped: Tile = { size: 2, pixels: Uint32Array.of(red, blue, red, blue) };

function drawn(draw: (p: Pixels) => void): number[][] {
  const p = new Pixels();
  p.clear(4, 3);
  draw(p);
  return [0, 1, 2].map((y) => [...p.data.slice(y * 4, y * 4 + 4)]);
}

test("a rectangle is cut to the picture, and its tile stays in its place", () => {
  expect(drawn((p) => p.rect(-5, 1, 2, 9, plain))).toEqual([
    [0, 0, 0, 0],
    [red, red, 0, 0],
    [red, red, 0, 0],
  ]);
  expect(drawn((p) => p.rect(1, 0, 4, 1, striped))[0]).toEqual([0, blue, red, blue]);
  expect(drawn((p) => p.rect(7, 0, 9, 1, plain)).flat()).toEqual(Array(12).fill(0));
});

test("a faint rectangle keeps its colour", () => {
  expect(drawn((p) => p.rect(0, 0, 1, 1, plain, 0.2))[0]?.[0]).toBe(0x330000ff);
});

test("what lies over another mixes with it by how much it covers", () => {
  expect(blended(0, red, 1)).toBe(red);
  expect(blended(0, red, 0)).toBe(0);
  expect(blended(blue, red, 0.5)).toBe(0xff800080);
  expect(blended(0, red, 0.5)).toBe(0x800000ff);
  expect(drawn((p) => (p.rect(0, 0, 4, 3, plain), p.over(3, 1, 99, blue, 1)))[2]).toEqual([
    red,
    red,
    red,
    blue,
  ]);
});

test("corners can be taken away, those outside stay away", () => {
  const round = drawn((p) => (p.rect(-1, 0, 3, 3, plain), p.round(-1, 0, 3, 3)));
  expect(round).toEqual([
    [red, red, 0, 0],
    [red, red, red, 0],
    [red, red, 0, 0],
  ]);
});
