const second: Record<string, string> = { en: "\u00a0s", ja: "\u00a0秒", ko: "초" };

/** Milliseconds as seconds to the millisecond, for a sentence: "1.003 s", "1.003초". */
export const seconds = (ms: number, lang = "en"): string => written(ms, 3, lang);

/** Milliseconds as seconds to a tenth, for a clock that runs: "1.0 s". */
export const elapsed = (ms: number, lang = "en"): string => written(Math.max(0, ms), 1, lang);

function written(ms: number, digits: number, lang: string): string {
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return (ms / 1000).toLocaleString(lang, fixed) + (second[lang] ?? second.en);
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
