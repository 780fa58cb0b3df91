/** What the bench of the compiler drives: a machine and a toolchain in a page of the built site. */
import { Machine } from "../../src/machine/index";
import { Toolchain } from "../../src/machine/toolchain/toolchain";

/** Times of one edit, in ms from the press, and what the tools took, in bytes. */
interface Edit {
  firstOutput: number;
  compile: number;
  link: number;
  compileMemory: number;
  linkMemory: number;
}

const machine = new Machine(document.body);
const toolchain = new Toolchain(machine, new URL("/toolchain/", location.href));

/** Builds and runs, and measures until the first output. */
async function edit(source: string, args: string[]): Promise<Edit> {
  await machine.ready();
  const press = performance.now();
  const built = await toolchain.build({ "main.go": source });
  if (!built.ok) throw new Error(built.stderr);
  let firstOutput = 0;
  const output = () => (firstOutput ||= performance.now() - press);
  const { done } = machine.run({ wasm: built.program, args }, { output });
  const { exitCode, stderr } = await done;
  if (exitCode !== 0) throw new Error(stderr);
  const { compileMs, linkMs, compileMemory = 0, linkMemory = 0 } = built;
  return { firstOutput, compile: compileMs, link: linkMs, compileMemory, linkMemory };
}

/** Has the text built as the editor does while its reader pauses, for so long at least, and then builds and runs. */
async function rested(source: string, args: string[], ms: number): Promise<Edit> {
  await machine.ready();
  const begun = performance.now();
  const built = await toolchain.ahead({ "main.go": source });
  if (!built) throw new Error("nothing was built ahead");
  await new Promise((go) => setTimeout(go, begun + ms - performance.now()));
  return edit(source, args);
}

/** The files of the pack that the page has fetched so far. */
function fetched(): string[] {
  const names = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return names.filter((name) => name.startsWith("/assets/toolchain/"));
}

Object.assign(globalThis, { edit, rested, fetched });
