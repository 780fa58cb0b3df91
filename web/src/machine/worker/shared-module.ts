/**
 * The module `shm`: the memory that all processes and threads of a run share,
 * as a Go program reaches it with //go:wasmimport (package wasm/shm does). One
 * instance of it stands in each worker, over one WebAssembly.Memory.
 *
 *   load(at i32) i32                     plain: may see a value that is being replaced
 *   store(at i32, value i32)             plain
 *   add(at i32, delta i32) i32           atomic fetch-and-add; gives the value before
 *   cas(at i32, old i32, new i32) i32    atomic compare-and-swap; gives the value found, old when it swapped
 *   wait(at i32, value i32, us i32) i32  blocks the worker while the word holds value, us microseconds at
 *                                        most, for ever when us < 0: 0 woken, 1 it held another, 2 too late
 *   notify(at i32, count i32) i32        wakes so many at most (-1: all); gives how many
 *   size() i32                           bytes of the memory
 *
 * at is a byte offset, unsigned, a multiple of 4: anything else, or one beyond
 * the memory, is a trap for the atomic ones.
 */
import { assemble, i32 } from "./wasm-module";
import type { ExportedFunction } from "./wasm-module";

/** What the module imports its memory as. */
export const memoryModule = "run";
export const memoryName = "memory";

const local = (n: number) => [0x20, n];
const [first, second, third] = [local(0), local(1), local(2)] as const;
/** Natural alignment of four bytes, offset 0: what follows every access. */
const word = [2, 0];
const atomic = 0xfe;
/** Microseconds on the stack, i32, become nanoseconds, i64: extend_i32_s, const 1000, mul. */
const nanoseconds = [0xac, 0x42, 0xe8, 0x07, 0x7e];

const functions: ExportedFunction[] = [
  { name: "load", params: [i32], results: [i32], code: [...first, 0x28, ...word] },
  { name: "store", params: [i32, i32], results: [], code: [...first, ...second, 0x36, ...word] },
  {
    name: "add",
    params: [i32, i32],
    results: [i32],
    code: [...first, ...second, atomic, 0x1e, ...word],
  },
  {
    name: "cas",
    params: [i32, i32, i32],
    results: [i32],
    code: [...first, ...second, ...third, atomic, 0x48, ...word],
  },
  {
    name: "wait",
    params: [i32, i32, i32],
    results: [i32],
    code: [...first, ...second, ...third, ...nanoseconds, atomic, 0x01, ...word],
  },
  {
    name: "notify",
    params: [i32, i32],
    results: [i32],
    code: [...first, ...second, atomic, 0x00, ...word],
  },
  // memory.size counts pages: shifted by 16 they are bytes.
  { name: "size", params: [], results: [i32], code: [0x3f, 0, 0x41, 16, 0x74] },
];

/** The names that a program may import from `shm`. */
export const sharedNames: readonly string[] = functions.map((f) => f.name);

/** The module's bytes, about 200. It takes any shared memory of 1 to 65,536 pages. */
export const sharedModule = assemble(
  { module: memoryModule, name: memoryName, pages: [1, 65_536] },
  functions,
);
