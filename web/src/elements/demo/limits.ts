import { parseFloating } from "../../lib/digits";
import { parseDuration } from "../../lib/duration";

/**
 * What the page's address asks for: ?limit-time=300 (seconds) or 5m lets a run
 * take longer than the machine's own limit. What is not a time above 0 asks
 * for nothing.
 */
export function limitsOf(search: string): { wallMs?: number } {
  const text = new URLSearchParams(search).get("limit-time") ?? "";
  const seconds = parseFloating(text) ?? (parseDuration(text) ?? 0) / 1e9;
  return seconds > 0 ? { wallMs: seconds * 1000 } : {};
}
