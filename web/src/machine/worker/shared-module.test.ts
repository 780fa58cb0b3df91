import { expect, test } from "vitest";
import { memoryModule, memoryName, sharedModule, sharedNames } from "./shared-module";
import { number } from "./wasm-module";

type Names = "load" | "store" | "add" | "cas" | "wait" | "notify" | "size";
type Exports = Record<Names, (...args: unknown[]) => number>;

/** The module over a memory of its own, of one page. */
function instance() {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
  const imports = { [memoryModule]: { [memoryName]: memory } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(sharedModule), imports);
  return { words: new Int32Array(memory.buffer), memory, ...(exports as Exports) };
}

test("numbers are written as LEB128", () => {
  expect(number(0)).toEqual([0]);
  expect(number(127)).toEqual([127]);
  expect(number(128)).toEqual([0x80, 1]);
  expect(number(65_536)).toEqual([0x80, 0x80, 4]);
  expect(number(624_485)).toEqual([0xe5, 0x8e, 0x26]); // the format's own example
});

test("the module is valid and exports what it says, over one imported memory", () => {
  const module = new WebAssembly.Module(sharedModule);
  expect(WebAssembly.Module.exports(module).map((e) => e.name)).toEqual(sharedNames);
  expect(WebAssembly.Module.imports(module)).toEqual([
    { module: memoryModule, name: memoryName, kind: "memory" },
  ]);
  expect(sharedModule.length).toBeLessThan(256);
});

test("it takes no memory that is not shared", () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  const module = new WebAssembly.Module(sharedModule);
  expect(() => new WebAssembly.Instance(module, { run: { memory } })).toThrow(/shared/);
});

test("load and store are of the word at an offset in bytes", () => {
  const { words, load, store } = instance();
  store(8, -5);
  expect(words[2]).toBe(-5);
  words[3] = 77;
  expect(load(12)).toBe(77);
});

test("add gives the value before, and wraps", () => {
  const { words, add } = instance();
  expect(add(0, 2)).toBe(0);
  expect(add(0, -5)).toBe(2);
  expect(words[0]).toBe(-3);
  words[0] = 2 ** 31 - 1;
  expect(add(0, 1)).toBe(2 ** 31 - 1);
  expect(words[0]).toBe(-(2 ** 31));
});

test("compare-and-swap gives the value found and swaps only when it is the old one", () => {
  const { words, cas } = instance();
  words[1] = 4;
  expect(cas(4, 3, 9)).toBe(4);
  expect(words[1]).toBe(4);
  expect(cas(4, 4, 9)).toBe(4);
  expect(words[1]).toBe(9);
});

test("wait says why it came back, notify how many it woke", () => {
  const { words, wait, notify } = instance();
  words[0] = 1;
  expect(wait(0, 2, -1)).toBe(1);
  const began = performance.now();
  expect(wait(0, 1, 20_000)).toBe(2);
  expect(performance.now() - began).toBeGreaterThan(15); // they are microseconds
  expect(notify(0, -1)).toBe(0);
});

test("size follows the memory", () => {
  const { memory, size } = instance();
  expect(size()).toBe(65_536);
  memory.grow(1);
  expect(size()).toBe(131_072);
});

test("what is outside the memory or between words is a trap", () => {
  const { load, add, wait } = instance();
  expect(() => load(65_536)).toThrow(WebAssembly.RuntimeError);
  expect(() => load(-4)).toThrow(WebAssembly.RuntimeError);
  expect(() => add(2, 1)).toThrow(WebAssembly.RuntimeError);
  expect(() => wait(65_536, 0, 0)).toThrow(WebAssembly.RuntimeError);
});
