import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pausing } from "./pausing";

let posted: string[];
let pausing: Pausing;

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  pausing = new Pausing((type) => posted.push(type));
});
afterEach(() => void vi.useRealTimers());

test("a second pause is the first one; one resume ends it, a second does nothing", async () => {
  const both = [pausing.pause(), pausing.pause()];
  pausing.answered(true);
  both.push(pausing.pause());
  expect(await Promise.all(both)).toEqual(["paused", "paused", "paused"]);
  vi.advanceTimersByTime(5000);
  pausing.resume();
  pausing.resume();
  expect(posted).toEqual(["pause", "resume"]);
});

test("a program that never comes by is let go on after a second", async () => {
  const answer = pausing.pause();
  vi.advanceTimersByTime(1000);
  expect(await answer).toBe("busy");
  expect(posted).toEqual(["pause", "resume"]);
  pausing.answered(true); // too late: the jail has been told
  const second = pausing.pause();
  pausing.answered(true);
  expect(await second).toBe("paused");
});

test("where memory cannot be shared it says so", async () => {
  const answer = pausing.pause();
  pausing.answered(false);
  expect(await answer).toBe("unshared");
});

test("resume before the answer calls it off, the end of the run ends it", async () => {
  const first = pausing.pause();
  pausing.resume();
  expect(await first).toBe("resumed");
  const second = pausing.pause();
  pausing.end();
  expect(await second).toBe("ended");
  expect(await pausing.pause()).toBe("ended");
  expect(posted).toEqual(["pause", "resume", "pause"]);
});
