import { expect, test } from "vitest";
import { Agreement } from "./clock";
import { Hostile } from "./hostile-values";

/** Asks until it is settled: a kernel whose clock is distance ahead, messages that take up to slow ms. */
function agree(distance: number, slow: number, error: number, seed = 1): Agreement {
  const chance = new Hostile(seed);
  const origin = 1_700_000_000_000;
  const agreement = new Agreement(origin + distance + error);
  let time = 50;
  for (let n = 0; !agreement.settled; n++) {
    expect(n).toBeLessThan(30);
    const asked = time;
    time += chance.next() * slow;
    const at = time + distance;
    time += chance.next() * slow;
    agreement.take({ at, timeOrigin: origin }, asked, time);
  }
  return agreement;
}

test("the browser's own word is taken where it can be true", () => {
  const got = agree(1234.5, 0.3, 0);
  expect(got.distance).toBeCloseTo(1234.5, 6);
});

test("where it cannot, the middle of what is left is", () => {
  for (let seed = 1; seed < 200; seed++) {
    const got = agree(-70, 0.2, 0.9, seed);
    expect(Math.abs(got.distance + 70)).toBeLessThanOrEqual(got.room / 2 + 1e-9);
    expect(got.room).toBeLessThan(0.2);
  }
});

test("quick answers are few", () => {
  expect(agree(5, 0.001, 0.5).room).toBeLessThan(0.003);
});

test("a clock that was set in between leaves no room and breaks nothing", () => {
  const got = new Agreement(0);
  got.take({ at: 10, timeOrigin: 0 }, 1, 2);
  got.take({ at: 500, timeOrigin: 0 }, 3, 4);
  expect(got.room).toBe(0);
  expect(Number.isFinite(got.distance)).toBe(true);
});
