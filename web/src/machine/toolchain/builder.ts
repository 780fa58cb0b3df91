import type { Machine } from "../machine";
import type { Built, Files, Refused } from "./api";
import { nameOf } from "./digest";
import type { Mounted } from "./mounted";
import type { Progress } from "./pack";
import type { Plan, Planner, Refusal, Step } from "./planner";
import type { Spares } from "./spares";
import { outcomeOf, startStep, whyEnded } from "./work";
import type { FileBytes, Outcome } from "./work";

/** How many built programs the machine keeps. */
const keptPrograms = 4;

/** Bytes of source, and files, that a program may have. */
const maxBytes = 1 << 20;
const maxFiles = 200;

/** Builds programs with tools that stand ready. */
export class Builder {
  readonly #built = new Map<string, Built>();
  /** The last program that the compiler refused. */
  #refused: { id: string; why: Refused } | undefined;
  /** How many builds are under way: one that is called off may not have ended yet when the next begins. */
  #going = 0;

  constructor(
    private readonly machine: Machine,
    private readonly planner: Planner,
    private readonly mounted: Mounted,
    private readonly spares: Spares,
    private readonly progress: Progress,
  ) {}

  async build(files: Files, test: boolean, signal: AbortSignal): Promise<Built | Refused> {
    const begun = performance.now();
    const tooLarge = checkSize(files);
    if (tooLarge) return tooLarge;
    const id = idOf(files, test);
    const known = this.#known(id);
    if (known) return { ...known, compileMs: 0, linkMs: 0, totalMs: performance.now() - begun };
    if (this.#refused?.id === id) return this.#refused.why;
    const plan = await this.planner.plan(files, test);
    if ("raw" in plan) return toRefused(plan);
    const fetching = performance.now();
    await this.mounted.mount(readsOf(plan), signal, this.progress);
    const fetched = performance.now() - fetching;
    const work = toBytes({ ...files, ...plan.files });
    this.spares.begin();
    this.#going++;
    const outcome = await this.#take(plan, { ...work }, id, signal).finally(() => {
      this.#going--;
      if (this.#going === 0) this.spares.prepare(plan, work); // one called off has used spares up, too
    });
    if (!outcome.ok) return outcome;
    this.spares.learn(plan, work);
    const built = { ...outcome, totalMs: performance.now() - begun - fetched };
    this.#keep(id, built);
    return built;
  }

  /** As build, with what is here already; null where a program is not to be built before somebody asks for it. */
  async ahead(files: Files, test: boolean, signal: AbortSignal): Promise<Built | Refused | null> {
    if (!this.spares.willing || checkSize(files)) return null;
    const plan = await this.planner.plan(files, test);
    if (!("raw" in plan) && this.mounted.missing(readsOf(plan)).length > 0) return null;
    return this.build(files, test, signal);
  }

  /** Fetches what a program needs, and has spares and rehearsals for it before there was any build. */
  async prepare(files: Files, test: boolean, signal: AbortSignal): Promise<void> {
    if (checkSize(files)) return;
    const plan = await this.planner.plan(files, test);
    if ("raw" in plan) return;
    await this.mounted.mount(readsOf(plan), signal, this.progress);
    const work = toBytes({ ...files, ...plan.files });
    this.spares.suppose(plan, work);
  }

  async #take(
    plan: Plan,
    work: FileBytes,
    id: string,
    signal: AbortSignal,
  ): Promise<Built | Refused> {
    const spent = { compile: 0, link: 0 };
    const memory = { compile: 0, link: 0 };
    let bytes = 0;
    for (const step of plan.steps) {
      const isLast = step === plan.steps.at(-1);
      const keepAs = isLast ? id : "";
      const run =
        this.spares.take(plan, step, work, keepAs) ?? startStep(this.machine, step, work, keepAs);
      const outcome = await outcomeOf(run, signal);
      if (outcome.exitCode !== 0) return this.#refuse(step, outcome, id);
      spent[step.tool] += outcome.ms;
      memory[step.tool] = Math.max(memory[step.tool], outcome.memory);
      bytes = outcome.size;
      if (outcome.made) work[step.makes] = outcome.made;
    }
    const times = { compileMs: spent.compile, linkMs: spent.link, totalMs: 0 };
    const took = { compileMemory: memory.compile, linkMemory: memory.link };
    return { ok: true, program: id, ...times, ...took, bytes, packages: plan.packages };
  }

  async #refuse(step: Step, outcome: Outcome, id: string): Promise<Refused> {
    if (outcome.reason === "memory" || outcome.reason === "total") this.spares.short();
    if (outcome.reason !== null) return complain(whyEnded(step.tool, outcome.reason));
    const why = toRefused(await this.planner.diagnose(outcome.stdout + outcome.stderr));
    this.#refused = { id, why };
    return why;
  }

  /** A program that is still there, now the youngest. */
  #known(id: string): Built | undefined {
    const built = this.#built.get(id);
    this.#built.delete(id);
    if (!built || !this.machine.has(id)) return undefined;
    this.#built.set(id, built);
    return built;
  }

  #keep(id: string, built: Built): void {
    this.#built.set(id, built);
    for (const old of [...this.#built.keys()].slice(0, -keptPrograms)) {
      this.#built.delete(old);
      this.machine.forget(old);
    }
  }
}

function readsOf({ steps }: Plan): string[] {
  return steps.flatMap((step) => step.reads);
}

function checkSize(files: Files): Refused | undefined {
  const texts = Object.entries(files);
  if (texts.length > maxFiles) return complain(`The program has more than ${maxFiles} files.`);
  const bytes = texts.reduce((sum, [name, text]) => sum + name.length + 3 * text.length, 0);
  if (bytes <= maxBytes) return undefined;
  const exact = Object.values(toBytes(files)).reduce((sum, { length }) => sum + length, 0);
  if (exact <= maxBytes) return undefined;
  return complain(`The program has ${exact} bytes of source; the limit here is ${maxBytes}.`);
}

function complain(message: string): Refused {
  return {
    ok: false,
    diagnostics: [{ file: "", line: 0, column: 0, message }],
    stderr: message + "\n",
  };
}

function toRefused({ diagnostics, raw }: Refusal): Refused {
  return { ok: false, diagnostics, stderr: raw };
}

function toBytes(texts: Files): FileBytes {
  const encoder = new TextEncoder();
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)]),
  );
}

/** The same program has the same id, whatever the order of its files. */
export function idOf(files: Files, test: boolean): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${test ? "test" : "main"}-${nameOf(JSON.stringify(sorted))}`;
}
