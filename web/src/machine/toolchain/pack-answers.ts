import { isMs, isRecord, isText, isWhole } from "../check";
import type { MakingProgress, PackageNames } from "./api";

/** What is told of a pack in the making; whether somebody still tells it, the asker knows. */
export type Told = Omit<MakingProgress, "silent">;

/** What toolchain/progress.json says; failed is "" while the builder works. */
export function toMaking(v: unknown): { progress: Told | null; failed: string } {
  if (!isRecord(v)) return { progress: null, failed: "" };
  const { step, done, total, seconds } = v;
  const failed = isText(v.failed, 10_000) ? v.failed : "";
  const whole = isWhole(done, 0, 1000) && isWhole(total, 1, 1000);
  if (!isText(step, 1000) || !whole || !isMs(seconds)) return { progress: null, failed };
  const far = toFar(v.far);
  return { progress: { step, done, total, ...(far && { far }), seconds }, failed };
}

function toFar(v: unknown): Told["far"] {
  if (!isRecord(v)) return undefined;
  const { done, total, bytes, allBytes } = v;
  if (!isPart(done, total)) return undefined;
  const pieces = { done: done as number, total: total as number };
  if (!isPart(bytes, allBytes)) return pieces;
  return { ...pieces, bytes: bytes as number, allBytes: allBytes as number };
}

const isPart = (some: unknown, all: unknown): boolean =>
  isWhole(all, 1, 2 ** 40) && isWhole(some, 0, all);

/** The index of exported names, if v is one. */
export function toNames(v: unknown): PackageNames[] | undefined {
  if (!Array.isArray(v)) return undefined;
  const list: PackageNames[] = [];
  for (const each of v as unknown[]) {
    if (!isRecord(each)) return undefined;
    const { path, name, exports } = each;
    if (!isText(path, 500) || !isText(name, 500) || !Array.isArray(exports)) return undefined;
    if (!exports.every((e) => isText(e, 500))) return undefined;
    list.push({ path, name, exports });
  }
  return list;
}
