import { memoryModule, memoryName, sharedModule, sharedNames } from "./shared-module";

/** The import module of programs that share memory. */
export const sharedImport = "shm";

/** Thrown into a program that touches shared memory where there is none. */
export class Unshared extends Error {}

/** Whether a program imports the shared memory. */
export function importsShared(module: WebAssembly.Module): boolean {
  return WebAssembly.Module.imports(module).some((each) => each.module === sharedImport);
}

/** What `shm` is for a program: words of the memory, or functions that all refuse. */
export function sharedImports(memory: WebAssembly.Memory | undefined): WebAssembly.ModuleImports {
  if (!memory) return Object.fromEntries(sharedNames.map((name) => [name, refuse]));
  const imports = { [memoryModule]: { [memoryName]: memory } };
  const module = new WebAssembly.Module(sharedModule);
  return { ...new WebAssembly.Instance(module, imports).exports };
}

function refuse(): never {
  throw new Unshared();
}
