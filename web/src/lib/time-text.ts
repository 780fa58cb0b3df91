import { quantity } from "./quantity";

/** Milliseconds as seconds to the millisecond: "1.003 s". */
export const seconds = (ms: number, lang = "en"): string => quantity(ms / 1000, "s", lang);

/** Milliseconds as seconds to a tenth, for a clock that runs: "1.0 s". */
export function elapsed(ms: number, lang = "en"): string {
  const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${(Math.max(0, ms) / 1000).toLocaleString(lang, tenths)}\u00a0s`;
}

/** Date and time of day in the reader's zone and language. */
export function dateTime(date: Date, lang = "en"): string {
  return date.toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" });
}

/** Date and time with its zone, the same in every language: for results that travel. */
export function timestamp(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  const minutes = -date.getTimezoneOffset();
  const zone = `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())} ${zone}`;
}
