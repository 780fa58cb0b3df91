/** What the bench of a library drives: a machine in a page of the built site, and a program that it is given. */
import { Machine } from "../../src/machine/index";

const machine = new Machine(document.body);

/** Runs a program to its end and gives what it printed. */
async function runProgram(base64: string): Promise<string> {
  await machine.ready();
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  await machine.load("bench", bytes.buffer);
  const { exitCode, stdout, stderr } = await machine.run({ wasm: "bench", args: [] }).done;
  if (exitCode !== 0) throw new Error(stderr);
  return stdout;
}

Object.assign(globalThis, { runProgram });
