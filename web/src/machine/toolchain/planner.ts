import { startEngineOf } from "../engine";
import type { Engine } from "../engine";
import type { Diagnostic, Files } from "./api";
import type { PackIndex } from "./pack-index";

/** What wasm/toolchain/planner answers; it is our own program, so its word is taken. */
interface Answer {
  refused?: Refusal;
  files?: Record<string, string>;
  steps?: Step[];
  packages?: string[];
}

export interface Refusal {
  diagnostics: Diagnostic[];
  /** In the words of the tools. */
  raw: string;
}

/** One run of compiler or linker. */
export interface Step {
  tool: "compile" | "link";
  args: string[];
  /** Mounted files that it reads. */
  reads: string[];
  /** The file that it leaves. */
  makes: string;
}

export interface Plan {
  /** Files to be written beside the program's own. */
  files: Record<string, string>;
  steps: Step[];
  packages: string[];
}

/** Where the tools find themselves. */
const dir = "/home";

/** Where packages are mounted, as planner.Folder. */
const folder = "/pack/";

/** Says how a program is built: Go's own reading of its files, in an engine of ours. */
export class Planner {
  private constructor(private readonly engine: Engine) {}

  static async start(wasm: ArrayBuffer, index: PackIndex, signal: AbortSignal): Promise<Planner> {
    const engine = await startEngineOf(wasm, signal);
    const packages: Record<string, unknown> = {};
    for (const [path, { imports, importable, export: exports, link }] of index.packages) {
      const parts = { ...(exports && { export: {} }), ...(link && { link: {} }) };
      packages[path] = { imports, importable, ...parts };
    }
    await engine.call("open", { language: index.language, packages });
    return new Planner(engine);
  }

  get running(): boolean {
    return this.engine.running;
  }

  async plan(files: Files, test: boolean): Promise<Plan | Refusal> {
    const answer = await this.engine.call<Answer>("plan", { dir, files, test });
    if (answer.refused) return answer.refused;
    return {
      files: answer.files ?? {},
      steps: answer.steps ?? [],
      packages: answer.packages ?? [],
    };
  }

  /** Reads what compiler or linker printed. */
  diagnose(output: string): Promise<Refusal> {
    return this.engine.call("diagnose", output);
  }

  end(): void {
    this.engine.terminate();
  }
}

/** The package and the part that a mounted file's path means. */
export function partOf(path: string): { path: string; part: "export" | "link" } {
  const name = path.slice(folder.length, -2);
  return { path: name, part: path.endsWith(".x") ? "export" : "link" };
}

/** Where a package's part is mounted. */
export function mountOf(path: string, part: "export" | "link"): string {
  return folder + path + (part === "export" ? ".x" : ".o");
}
