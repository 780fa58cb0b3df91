import { expect, test } from "vitest";
import type { CameraState } from "sigma/types";
import { shiftBetween, strays } from "./shift";

const camera = (x: number, y: number, ratio: number): CameraState => ({ x, y, ratio, angle: 0 });

/** A map of 400 by 300 pixels, whose camera now is the one given. */
const mapAt = (now: CameraState) => ({
  graphToViewport(place: { x: number; y: number }, { cameraState: c = now } = {}) {
    return {
      x: 200 + (100 * (place.x - c.x)) / c.ratio,
      y: 150 - (100 * (place.y - c.y)) / c.ratio,
    };
  },
});

test("a moved picture stands where the map would be drawn", () => {
  const [then, now] = [camera(0.5, 0.5, 1), camera(0.75, 0.25, 0.5)];
  const map = mapAt(now);
  const shift = shiftBetween(map, then);
  expect(shift.scale).toBeCloseTo(2);
  for (const place of [
    { x: 3, y: -2 },
    { x: -1, y: 7 },
  ]) {
    const before = map.graphToViewport(place, { cameraState: then });
    const after = map.graphToViewport(place);
    expect(shift.scale * before.x + shift.x).toBeCloseTo(after.x);
    expect(shift.scale * before.y + shift.y).toBeCloseTo(after.y);
  }
});

test("a picture that leaves much of the view blank, or is blown up, strays", () => {
  const box = { width: 400, height: 300 };
  expect(strays({ scale: 1, x: 0, y: 0 }, box)).toBe(false);
  expect(strays({ scale: 1, x: 100, y: -80 }, box)).toBe(false);
  expect(strays({ scale: 1, x: 130, y: 0 }, box)).toBe(true);
  expect(strays({ scale: 1, x: 0, y: -100 }, box)).toBe(true);
  expect(strays({ scale: 1.5, x: -100, y: -75 }, box)).toBe(false);
  expect(strays({ scale: 2, x: -200, y: -150 }, box)).toBe(true);
  expect(strays({ scale: 0.5, x: 100, y: 75 }, box)).toBe(true);
});
