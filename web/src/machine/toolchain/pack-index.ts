import { isRecord, isText, isWhole } from "../check";
import type { Fields } from "../check";

/** The shape that this page knows; the builder's number is pack.Format. */
const format = 1;

/** One file of the pack: gzip under its name, brotli beside it for servers that negotiate. */
export interface Entry {
  /** Below the site's root. */
  name: string;
  /** Of the contents, uncompressed, in hexadecimal. */
  sha256: string;
  bytes: number;
  gzip: number;
  brotli: number;
}

/** Where a part of a package is: which file, from which byte, how many. */
export interface Place {
  file: number;
  from: number;
  size: number;
}

export interface PackedPackage {
  imports: string[];
  importable: boolean;
  /** What the compiler reads of it. */
  export: Place | undefined;
  /** What the linker reads. */
  link: Place | undefined;
}

/** toolchain/index.json of the site, which wasm/toolchain/pack describes. */
export interface PackIndex {
  go: string;
  language: string;
  /** The tools can be started ahead. */
  parks: boolean;
  files: Entry[];
  compile: number;
  link: number;
  planner: number;
  names: number;
  packages: Map<string, PackedPackage>;
}

/** The index if v is one in every member, otherwise undefined. */
export function toPackIndex(v: unknown): PackIndex | undefined {
  if (!isRecord(v) || v.format !== format || !Array.isArray(v.files)) return undefined;
  const { go, language, compile, link, planner, names } = v;
  const files = v.files.map(toEntry);
  if (!isText(go, 100) || !isText(language, 100) || !files.every((e) => e !== undefined)) {
    return undefined;
  }
  const isFile = (n: unknown): n is number => isWhole(n, 0, files.length - 1);
  if (!isFile(compile) || !isFile(link) || !isFile(planner) || !isFile(names)) return undefined;
  const packages = toPackages(v.packages, files);
  if (!packages) return undefined;
  const which = { compile, link, planner, names };
  return { go, language, parks: v.parks === true, files, ...which, packages };
}

function toEntry(v: unknown): Entry | undefined {
  if (!isRecord(v)) return undefined;
  const { name, sha256, bytes, gzip, brotli } = v;
  const size = (n: unknown): n is number => isWhole(n, 0, 2 ** 30);
  if (!isText(name, 500) || !/^[\w./+-]+$/.test(name) || !isText(sha256, 64)) return undefined;
  if (!/^[0-9a-f]{64}$/.test(sha256) || !size(bytes) || !size(gzip) || !size(brotli)) {
    return undefined;
  }
  return { name, sha256, bytes, gzip, brotli };
}

function toPackages(v: unknown, files: Entry[]): Map<string, PackedPackage> | undefined {
  if (!isRecord(v)) return undefined;
  const packages = new Map<string, PackedPackage>();
  for (const [path, each] of Object.entries(v)) {
    if (!isRecord(each)) return undefined;
    const { imports = [] } = each;
    if (!Array.isArray(imports) || !imports.every((i) => isText(i, 500))) return undefined;
    const exports = toPlace(each.export, files);
    const link = toPlace(each.link, files);
    if (exports === null || link === null) return undefined;
    const importable = each.importable === true;
    packages.set(path, { imports, importable, export: exports, link });
  }
  return packages;
}

/** undefined for none, null for one that is wrong. */
function toPlace(v: unknown, files: Entry[]): Place | undefined | null {
  if (v === undefined) return undefined;
  const { file, from, size }: Fields = isRecord(v) ? v : {};
  if (!isWhole(file, 0, files.length - 1)) return null;
  const { bytes } = files[file]!;
  if (!isWhole(from, 0, bytes) || !isWhole(size, 0, bytes - from)) return null;
  return { file, from, size };
}
