import type { Machine } from "../machine";
import type { ToolOptions, ToolRun } from "../tools";
import type { Plan, Step } from "./planner";
import { toolEnvironment, toolIds, toolLimits } from "./work";
import type { FileBytes } from "./work";

/** Names that wasm/toolchain/pack gives: what a linker reads before it parks, and our file of arguments. */
const aheadFile = "ahiru_ahead";
const argumentsFile = "ahiru_arguments";

/** A tool that was started ahead, and the step that it can take. */
export interface Spare {
  run: ToolRun;
  /** What the step must be like. */
  fits(step: Step, plan: Plan): boolean;
  /** The files that the step needs and the spare has not. */
  rest(step: Step, files: FileBytes): FileBytes;
}

type Way = Omit<Spare, "run">;

/** Starts a tool that will take a step like this one, and parks before it reads the program. */
export function startSpare(machine: Machine, plan: Plan, step: Step, files: FileBytes): Spare {
  const [options, way] = step.tool === "compile" ? compiler(step) : linker(step, plan, files);
  const run = machine.tool({
    wasm: toolIds[step.tool],
    args: step.args,
    env: toolEnvironment,
    files: {},
    mounts: step.reads,
    makes: step.makes,
    parks: true,
    limits: toolLimits,
    ...options,
  });
  return { run, ...way };
}

function compiler(step: Step): [Partial<ToolOptions>, Way] {
  const mounts = new Set(step.reads);
  return [
    { args: ["@" + argumentsFile] },
    {
      fits: ({ reads, makes, args }) =>
        makes === step.makes && reads.every((r) => mounts.has(r)) && args.every(isOneLine),
      rest: ({ args }, files) => ({ ...files, [argumentsFile]: argumentLines(args) }),
    },
  ];
}

function linker(step: Step, plan: Plan, files: FileBytes): [Partial<ToolOptions>, Way] {
  const order = (s: Step, p: Plan) =>
    JSON.stringify([s.args, s.reads, p.packages, p.files[configOf(s)]]);
  const known = order(step, plan);
  const config = configOf(step);
  const inputs = new Set([config, aheadFile]);
  const ahead = new TextEncoder().encode(packagesOf(plan.files[config] ?? "").join("\n"));
  return [
    { args: step.args, files: { [config]: files[config]!, [aheadFile]: ahead } },
    {
      fits: (other, otherPlan) => order(other, otherPlan) === known,
      rest: (_, all) =>
        Object.fromEntries(Object.entries(all).filter(([name]) => !inputs.has(name))),
    },
  ];
}

/** The file of a linker's arguments that tells where packages are. */
function configOf(step: Step): string {
  return step.args[step.args.indexOf("-importcfg") + 1]!;
}

/** The names by which the linker knows the packages that are there before the program's own. */
function packagesOf(config: string): string[] {
  return [...config.matchAll(/^packagefile ([^=]*)=\/pack\//gm)].map(([, path]) => path!);
}

/** The form of cmd/internal/objabi: one argument a line, \\ and \n escaped, \r not possible. */
function argumentLines(args: readonly string[]): Uint8Array {
  const escaped = args.map((a) => a.replaceAll("\\", "\\\\").replaceAll("\n", "\\n"));
  return new TextEncoder().encode(escaped.join("\n"));
}

function isOneLine(argument: string): boolean {
  return !argument.includes("\r");
}
