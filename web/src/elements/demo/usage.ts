import type { Loaded } from "./launch";

/** What a program may take to say what flags it has. */
const limits = { wallMs: 10_000, outputBytes: 1 << 16 };

/**
 * What a program that was built a moment ago prints for -h, or null when it
 * does not end by itself. The controls of a lesson are made from this text, so
 * those of an edited program are too: only the program knows its flags.
 */
export async function usageOf(loaded: Loaded, signal: AbortSignal): Promise<string | null> {
  const { runner, program } = loaded;
  const run = runner.run({ wasm: program, args: ["-h"], limits }, {});
  const stop = () => run.stop();
  signal.addEventListener("abort", stop);
  try {
    const { stdout, stderr, stopped } = await run.done;
    return stopped ? null : `${stderr}\n${stdout}`;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Whether a program can have flags: it says so in an import. Asking it costs a start. */
export const mayHaveFlags = (source: string): boolean => /^\s*(?:import\s+)?"flag"/m.test(source);
