import { afterEach, expect, test, vi } from "vitest";
import { Gathering } from "./run";

const at = (ms: number) => vi.spyOn(performance, "now").mockReturnValue(ms);
afterEach(() => vi.restoreAllMocks());

test("a run that was broken off lasted since it was asked for, whatever its own clock says", async () => {
  at(1000);
  const gathering = new Gathering({});
  at(1250);
  gathering.take({ type: "output", stream: "stdout", text: "a", ms: 1e9 });
  at(1300);
  gathering.breakOff("the page went.");
  expect(await gathering.result.promise).toMatchObject({
    exitCode: 137,
    stdout: "a",
    stderr: "Stopped: the page went.\n",
    stopped: true,
    wallMs: 300,
    clockMs: 1e9,
  });
});
