import type { Fault } from "../worker-protocol";
import { Unshared } from "./shared-imports";

/** Sorts what a browser throws when a program breaks its engine; words say where or how. */
export function faultOf(err: unknown): { fault: Fault; words: string } {
  if (err instanceof Unshared) return { fault: "shared", words: "" };
  const name = err instanceof Error ? err.name : "";
  const message = String(err instanceof Error ? err.message : err).slice(0, 500);
  if (/call stack|too much recursion/i.test(message))
    return { fault: "stack", words: innermost(err) };
  if (name === "RangeError" && /memory/i.test(message)) return { fault: "memory", words: message };
  return { fault: "trap", words: message };
}

/** The innermost function of Go on the stack, such as main.fall, where the module carries names. */
function innermost(err: unknown): string {
  const stack = err instanceof Error ? (err.stack ?? "") : "";
  const named = /^\s*(?:at )?(?:<\?>\.wasm-function\[)?([a-z]\w*(?:\/\w+)*\.[\w.*()[\]]+)/m;
  return named.exec(stack)?.[1]?.slice(0, 200) ?? "";
}
