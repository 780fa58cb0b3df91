/**
 * Writes small WebAssembly modules by hand: functions of integers over one
 * imported memory. The format is that of the core specification, section 5
 * ("Binary Format"), with the threads proposal's shared memories.
 */

/** The value type used here, as the format numbers it. */
export const i32 = 0x7f;

/** A function that the module exports: its code is instructions without locals and without the last `end`. */
export interface ExportedFunction {
  name: string;
  params: readonly number[];
  results: readonly number[];
  code: readonly number[];
}

/** Where the memory comes from, and in pages of 64 KiB the least and the most that it may have. */
export interface ImportedMemory {
  module: string;
  name: string;
  pages: readonly [least: number, most: number];
}

const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const section = { type: 1, import: 2, function: 3, export: 7, code: 10 };
const functionType = 0x60;
const functionKind = 0;
const memoryKind = 2;
const sharedWithMost = 3;
const end = 0x0b;

/** An unsigned number in LEB128, as the format writes all of its numbers. */
export function number(n: number): number[] {
  const bytes: number[] = [];
  for (; n > 0x7f; n = Math.floor(n / 0x80)) bytes.push((n % 0x80) | 0x80);
  return [...bytes, n];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...number(items.length), ...items.flat()];
}

function sized(bytes: readonly number[]): number[] {
  return [...number(bytes.length), ...bytes];
}

function name(text: string): number[] {
  return sized([...new TextEncoder().encode(text)]);
}

/** The bytes of a module that imports one shared memory and exports the functions, in their order. */
export function assemble(
  memory: ImportedMemory,
  functions: readonly ExportedFunction[],
): Uint8Array<ArrayBuffer> {
  const [least, most] = memory.pages;
  const imported = [memoryKind, sharedWithMost, ...number(least), ...number(most)];
  const type = ({ params, results }: ExportedFunction) => [
    functionType,
    ...vector(params.map((p) => [p])),
    ...vector(results.map((r) => [r])),
  ];
  const sections = [
    [section.type, vector(functions.map(type))],
    [section.import, vector([[...name(memory.module), ...name(memory.name), ...imported]])],
    [section.function, vector(functions.map((_, i) => number(i)))],
    [
      section.export,
      vector(functions.map((f, i) => [...name(f.name), functionKind, ...number(i)])),
    ],
    [section.code, vector(functions.map(({ code }) => sized([0, ...code, end])))],
  ] as const;
  return Uint8Array.from([...magic, ...sections.flatMap(([id, body]) => [id, ...sized(body)])]);
}
