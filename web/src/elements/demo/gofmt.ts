// The page's own Go (wasm/gotools), which formats: fetched when first asked.
import type { Engine } from "../../machine/engine";
import type { PackageNames } from "../../machine/toolchain/api";
import { filesOf, textOf } from "../../lib/txtar";
import { engineAt } from "./machine";
import type { Problem } from "./source-files";

/** Formatting that takes longer is given up, in ms: a file of a megabyte takes less than a tenth. */
const patience = 20_000;

interface Answer {
  files: { name: string; text: string }[];
  added: string[] | null;
  removed: string[] | null;
  diagnostics: { file: string; line: number; column: number; message: string }[] | null;
}

export interface Tidied {
  text: string;
  added: string[];
  removed: string[];
  /** Why the text stays as it was, at its places in the whole text. */
  problems: Problem[];
}

/** gofmt, and with an index of packages also goimports. Text goes in whole, with all its files. */
export class Formatter {
  private engine: Promise<Engine> | undefined;
  private learned: readonly PackageNames[] | null = null;

  constructor(private readonly url: URL) {}

  /** Rejects with an Error that is a sentence. */
  async tidy(text: string, index: readonly PackageNames[] | null): Promise<Tidied> {
    const engine = await this.running();
    const late = setTimeout(() => engine.terminate("It took too long."), patience);
    try {
      if (index && index !== this.learned) await this.learn(engine, index);
      return await ask(engine, text, index !== null);
    } finally {
      clearTimeout(late);
    }
  }

  dispose(): void {
    this.engine?.then((engine) => engine.terminate()).catch(() => {});
  }

  private async running(): Promise<Engine> {
    const engine = await this.engine?.catch(() => undefined);
    if (engine?.running) return engine;
    this.learned = null;
    this.engine = engineAt(this.url)();
    return this.engine;
  }

  private async learn(engine: Engine, index: readonly PackageNames[]): Promise<void> {
    const packages = index.map(({ path, name, exports }) => ({ path, name, names: exports }));
    await engine.call("learn", { key, packages });
    this.learned = index;
  }
}

const key = "pack";

async function ask(engine: Engine, text: string, imports: boolean): Promise<Tidied> {
  const files = filesOf(text);
  // What stands before the first name is Go; names must differ, and these cannot be a reader's.
  const named = files.map(({ name, text: body }) => ({ name: name || "/first.go", text: body }));
  const answer = await engine.call<Answer>("tidy", { files: named, index: imports ? key : "" });
  const tidied = files.map(({ name }, i) => ({ name, text: answer.files[i]?.text ?? "" }));
  const problems = (answer.diagnostics ?? []).map(({ file, line, column, message }) => {
    const at = files[named.findIndex(({ name }) => name === file)]?.line ?? 1;
    return { line: at + line - 1, column, message };
  });
  return {
    text: problems.length > 0 ? text : textOf(tidied),
    added: answer.added ?? [],
    removed: answer.removed ?? [],
    problems,
  };
}
