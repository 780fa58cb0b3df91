import type { Machine } from "../machine";
import type { ToolOptions, ToolRun } from "../tools";
import { partOf } from "./planner";
import type { Plan, Step } from "./planner";
import { toolEnvironment, toolIds, toolLimits } from "./work";
import type { FileBytes } from "./work";

/** Names that wasm/toolchain/pack gives: what a linker reads before it parks, and our file of arguments. */
const aheadFile = "ahiru_ahead";
const argumentsFile = "ahiru_arguments";

/** How long after a build the spares of the next are started, in ms. */
const restMs = 150;
/** How long a page may be hidden before its spares are dropped, in ms. */
const hiddenMs = 60_000;
/** Gigabytes of memory below which a device has no spares. */
const leastMemory = 4;

/** A tool that was started ahead, and the step that it can take. */
interface Spare {
  run: ToolRun;
  /** It has parked and still stands. */
  ready: boolean;
  /** What the step must be like. */
  fits(step: Step, plan: Plan): boolean;
  /** The files that the step needs and the spare has not. */
  rest(step: Step, files: FileBytes): FileBytes;
}

/**
 * A compiler and a linker that are started before there is something to
 * build: they have come as far as they can without the program, and wait. The
 * linker has read the packages of the last program by then, which is more than
 * half of its work; a program with other packages gets a fresh one.
 */
export class Spares {
  readonly #waiting = new Map<Step["tool"], Spare>();
  readonly #possible: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onVisibility = () => this.#visibility();

  constructor(
    private readonly machine: Machine,
    parks: boolean,
  ) {
    const { deviceMemory = leastMemory } = navigator as { deviceMemory?: number };
    this.#possible = parks && deviceMemory >= leastMemory;
    document.addEventListener("visibilitychange", this.#onVisibility);
  }

  /** A spare for this step, which goes on at once; undefined when there is none. */
  take(plan: Plan, step: Step, files: FileBytes, keepAs: string): ToolRun | undefined {
    const spare = this.#waiting.get(step.tool);
    if (!spare?.ready || !spare.fits(step, plan)) return undefined;
    this.#waiting.delete(step.tool);
    spare.run.wake(spare.rest(step, files), keepAs);
    return spare.run;
  }

  /** Has spares for another build of this plan, once the page rests. */
  prepare(plan: Plan, files: FileBytes): void {
    if (!this.#possible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.machine.busy) return this.prepare(plan, files);
      const [compile, link] = [plan.steps.at(-2), plan.steps.at(-1)];
      if (compile && !this.#stands(compile, plan)) this.#start(compile, this.#compiler(compile));
      if (link && !this.#stands(link, plan)) this.#start(link, this.#linker(link, plan, files));
    }, restMs);
  }

  /** Ends them all. */
  drop(): void {
    clearTimeout(this.#timer);
    for (const { run } of this.#waiting.values()) run.stop();
    this.#waiting.clear();
  }

  dispose(): void {
    this.drop();
    document.removeEventListener("visibilitychange", this.#onVisibility);
  }

  #stands(step: Step, plan: Plan): boolean {
    const spare = this.#waiting.get(step.tool);
    if (spare?.fits(step, plan)) return true;
    spare?.run.stop();
    return false;
  }

  #compiler(step: Step): [Partial<ToolOptions>, Omit<Spare, "run" | "ready">] {
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

  #linker(
    step: Step,
    plan: Plan,
    files: FileBytes,
  ): [Partial<ToolOptions>, Omit<Spare, "run" | "ready">] {
    const order = (s: Step, p: Plan) => JSON.stringify([s.args, s.reads, p.packages]);
    const known = order(step, plan);
    const config = configOf(step);
    const inputs = new Set([config, aheadFile]);
    const ahead = new TextEncoder().encode(step.reads.map((file) => partOf(file).path).join("\n"));
    return [
      { args: step.args, files: { [config]: files[config]!, [aheadFile]: ahead } },
      {
        fits: (other, otherPlan) => order(other, otherPlan) === known,
        rest: (_, all) =>
          Object.fromEntries(Object.entries(all).filter(([name]) => !inputs.has(name))),
      },
    ];
  }

  #start(step: Step, [options, way]: [Partial<ToolOptions>, Omit<Spare, "run" | "ready">]): void {
    const run = this.machine.tool({
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
    const spare: Spare = { run, ready: false, ...way };
    this.#waiting.set(step.tool, spare);
    run.parked.then(
      () => (spare.ready = true),
      () => this.#gone(step.tool, spare),
    );
    run.done.then(
      () => this.#gone(step.tool, spare),
      () => this.#gone(step.tool, spare),
    );
  }

  /** One that ended by itself is not tried again until the next build. */
  #gone(tool: Step["tool"], spare: Spare): void {
    spare.ready = false;
    if (this.#waiting.get(tool) === spare) this.#waiting.delete(tool);
  }

  #visibility(): void {
    clearTimeout(this.#hiding);
    if (document.hidden) this.#hiding = setTimeout(() => this.drop(), hiddenMs);
  }
  #hiding: ReturnType<typeof setTimeout> | undefined;
}

/** The file of a linker's arguments that tells where packages are. */
function configOf(step: Step): string {
  return step.args[step.args.indexOf("-importcfg") + 1]!;
}

/** The form of cmd/internal/objabi: one argument a line, \\ and \n escaped, \r not possible. */
function argumentLines(args: readonly string[]): Uint8Array {
  const escaped = args.map((a) => a.replaceAll("\\", "\\\\").replaceAll("\n", "\\n"));
  return new TextEncoder().encode(escaped.join("\n"));
}

function isOneLine(argument: string): boolean {
  return !argument.includes("\r");
}
