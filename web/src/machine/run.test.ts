import { afterEach, expect, test, vi } from "vitest";
import { Gathering } from "./run";

const at = (ms: number) => vi.spyOn(performance, "now").mockReturnValue(ms);
afterEach(() => vi.restoreAllMocks());

test("a run that was broken off lasted from its start, which its output tells", async () => {
  at(1000);
  const gathering = new Gathering({});
  at(1250);
  gathering.take({ type: "output", stream: "stdout", text: "a", ms: 200 }); // so it began at 1050
  at(1300);
  gathering.breakOff("the page went.");
  expect(await gathering.result.promise).toMatchObject({
    exitCode: 137,
    stdout: "a",
    stderr: "Stopped: the page went.\n",
    stopped: true,
    wallMs: 250,
  });
});

test("without output it lasted since it was asked for, whatever a program claims", async () => {
  at(1000);
  const [silent, forged] = [new Gathering({}), new Gathering({})];
  at(1250);
  forged.take({ type: "output", stream: "stdout", text: "a", ms: 1e9 });
  silent.breakOff("x");
  forged.breakOff("x");
  expect((await silent.result.promise).wallMs).toBe(250);
  expect((await forged.result.promise).wallMs).toBe(250);
});
