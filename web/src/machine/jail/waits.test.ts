import { expect, test } from "vitest";
import { Waits } from "./waits";

/** So many processes, numbered from 1, that all wait after one answer. */
function waiting(count: number): Waits {
  const waits = new Waits();
  for (let pid = 1; pid <= count; pid++) {
    waits.join(pid);
    waits.answered(pid);
    waits.waits(pid, 1);
  }
  return waits;
}

test("nobody is no deadlock, all that wait are one", () => {
  expect(new Waits().all()).toBe(false);
  expect(waiting(1).all()).toBe(true);
  expect(waiting(3).all()).toBe(true);
});

test("one that is busy may wake the others", () => {
  const waits = waiting(3);
  waits.heard(2);
  expect(waits.all()).toBe(false);
  waits.waits(2, 1);
  expect(waits.all()).toBe(true);
});

test("an answer on its way wakes its process, whatever it said before it came", () => {
  const waits = waiting(2);
  waits.answered(1);
  expect(waits.all()).toBe(false);
  waits.waits(1, 1); // said before the second answer came
  expect(waits.all()).toBe(false);
  waits.waits(1, 2);
  expect(waits.all()).toBe(true);
});

test("one that starts is busy, one that ended is out of it", () => {
  const waits = waiting(2);
  waits.join(3);
  expect(waits.all()).toBe(false);
  waits.leave(3);
  expect(waits.all()).toBe(true);
});

test("a process that is not there changes nothing", () => {
  const waits = waiting(1);
  waits.answered(9);
  waits.heard(9);
  waits.waits(9, 0);
  expect(waits.all()).toBe(true);
});
