const nanoseconds: Record<string, number> = {
  ns: 1,
  us: 1e3,
  µs: 1e3, // U+00B5, the micro sign
  μs: 1e3, // U+03BC, the Greek letter
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

const part = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;

/**
 * Reads a duration as Go's time.ParseDuration does ("100ms", "1h15m", "-.5s",
 * "0") and gives whole nanoseconds; null if it is none or beyond an int64.
 */
export function parseDuration(text: string): number | null {
  const sign = text.startsWith("-") ? -1 : 1;
  const body = text.replace(/^[-+]/, "");
  if (body === "0") return 0;
  let total = 0;
  part.lastIndex = 0;
  while (part.lastIndex < body.length) {
    const match = part.exec(body);
    if (!match) return null;
    total += Number(match[1]) * (nanoseconds[match[2] ?? ""] ?? NaN);
  }
  return body === "" || total >= 2 ** 63 ? null : sign * Math.round(total);
}

/** Writes nanoseconds as Go's Duration.String does: "100ms", "1.5s", "1m0s". */
export function formatDuration(value: number): string {
  const ns = Math.round(Math.abs(value));
  const sign = value < 0 && ns > 0 ? "-" : "";
  if (ns === 0) return "0s";
  if (ns < 1e3) return `${sign}${ns}ns`;
  if (ns < 1e6) return `${sign}${ns / 1e3}µs`;
  if (ns < 1e9) return `${sign}${ns / 1e6}ms`;
  const minutes = Math.floor(ns / 60e9);
  const seconds = `${(ns - minutes * 60e9) / 1e9}s`;
  if (minutes === 0) return sign + seconds;
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? `${sign}${minutes}m${seconds}`
    : `${sign}${hours}h${minutes % 60}m${seconds}`;
}
