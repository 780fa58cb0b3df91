import { beforeEach, describe, expect, test, vi } from "vitest";
import { EditedProgram, ToolchainError } from "./edited-program";
import { FakeRunner } from "./fake-lesson";
import { FakeToolchain } from "./fake-toolchain";
import type { Refusal, Step } from "./launch";
import { SharedRunner } from "./shared-runner";
import { programOf, type Sources } from "./source-files";

const never = new AbortController().signal;

let toolchain: FakeToolchain;
let program: EditedProgram;
let sources: Sources | Refusal;
let told: number[];
let steps: Step[];

beforeEach(() => {
  toolchain = new FakeToolchain();
  sources = programOf("package main\n", "main.go");
  told = [];
  steps = [];
  const machine = new SharedRunner(async () => new FakeRunner());
  program = new EditedProgram(machine, async () => toolchain, {
    sources: () => sources,
    original: () => programOf("package main // original\n", "main.go"),
    diagnosed: (diagnostics) => told.push(diagnostics.length),
    changed: () => {},
  });
});

const launch = (signal = never) => program.launch((step) => steps.push(step), signal);

describe("a run", () => {
  test("builds the source and gives the program's id", async () => {
    toolchain.state = { kind: "ready" };
    expect(await launch()).toMatchObject({ ok: true, program: "built" });
    expect(toolchain.builds).toEqual([{ files: { "main.go": "package main\n" }, test: false }]);
    expect(told).toEqual([0]);
    expect(steps.map(({ kind }) => kind)).toEqual(["starting", "building", "starting"]);
  });

  test("tells how far the toolchain is", async () => {
    const progress = { received: 1, total: 2, what: "compiler" } as const;
    toolchain.whileBuilding = () => {
      toolchain.enter({ kind: "loading", progress });
      toolchain.enter({ kind: "ready" });
    };
    await launch();
    expect(steps.slice(1, 4)).toEqual([
      { kind: "toolchain", toolchain: { kind: "idle" } },
      { kind: "toolchain", toolchain: { kind: "loading", progress } },
      { kind: "building" },
    ]);
  });

  test("gives the compiler's words when it refuses", async () => {
    const diagnostics = [{ file: "main.go", line: 1, column: 1, message: "expected" }];
    toolchain.next = { ok: false, diagnostics, stderr: "./main.go:1:1: expected\n" };
    expect(await launch()).toEqual({ ok: false, stderr: "./main.go:1:1: expected\n", count: 1 });
    expect(told).toEqual([1]);
  });

  test("asks no compiler about what is no program", async () => {
    sources = { ok: false, stderr: "two files of one name\n", count: 1 };
    expect(await launch()).toBe(sources);
    expect(toolchain.builds).toEqual([]);
  });

  test("rejects with what is wrong with the toolchain, and can be tried again", async () => {
    toolchain.next = new Error("it is not there");
    toolchain.whileBuilding = () =>
      toolchain.enter({ kind: "failed", fault: "missing", sentence: "not there" });
    await expect(launch()).rejects.toEqual(new ToolchainError("missing", "not there"));
    toolchain.next = new FakeToolchain().next;
    toolchain.whileBuilding = () => toolchain.enter({ kind: "ready" });
    expect(await launch()).toMatchObject({ ok: true });
  });

  test("is given up when it is stopped", async () => {
    const stop = new AbortController();
    toolchain.whileBuilding = () => stop.abort();
    await expect(launch(stop.signal)).rejects.toThrow(/abort/i);
  });
});

describe("the first edit", () => {
  test("fetches the toolchain, once", async () => {
    void program.prefetch();
    void program.prefetch();
    await vi.waitFor(() => expect(toolchain.loads).toBe(1));
  });

  test("has the tools made ready for the program as it was", async () => {
    toolchain.state = { kind: "ready" };
    await program.prefetch();
    expect(toolchain.prepared).toEqual([{ "main.go": "package main // original\n" }]);
  });

  test("does not fetch again after Cancel", async () => {
    const fetching = program.prefetch();
    await vi.waitFor(() => expect(toolchain.loads).toBe(1));
    program.cancelPrefetch();
    await fetching;
    await program.prefetch();
    expect([toolchain.loads, program.cancelled]).toEqual([1, true]);
  });
});

describe("a build ahead", () => {
  const ahead = () => program.ahead(programOf("package main\n", "main.go"), never);

  test("is nothing where no toolchain was asked for, and fetches none", async () => {
    expect([await ahead(), toolchain.loads, toolchain.aheads.length]).toEqual([null, 0, 0]);
  });

  test("gives what the compiler says, and tells nobody", async () => {
    toolchain.state = { kind: "ready" };
    await program.prefetch();
    expect(await ahead()).toEqual([]);
    const diagnostics = [{ file: "main.go", line: 1, column: 1, message: "expected" }];
    toolchain.next = { ok: false, diagnostics, stderr: "./main.go:1:1: expected\n" };
    expect([await ahead(), told]).toEqual([diagnostics, []]);
  });
});

test("a program that is thrown away takes the toolchain along", async () => {
  await launch();
  program.dispose();
  await vi.waitFor(() => expect(toolchain.disposed).toBe(1));
});
