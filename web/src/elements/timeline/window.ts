/** The part of the time that is in view, in milliseconds. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** The shortest time that can be in view: below it clocks say nothing. */
const shortest = 0.005;

/** A window within 0 and end. */
export function within({ from, to }: TimeWindow, end: number): TimeWindow {
  const most = Math.max(end, shortest);
  const length = Math.min(Math.max(to - from, shortest), most);
  const start = Math.min(Math.max(0, from), most - length);
  return { from: start, to: start + length };
}

/** Zooms by a factor, below 1 is nearer; the moment at stays where it is. */
export function zoomed(w: TimeWindow, at: number, factor: number, end: number): TimeWindow {
  const length = Math.min(Math.max((w.to - w.from) * factor, shortest), Math.max(end, shortest));
  const share = (at - w.from) / (w.to - w.from);
  const from = at - share * length;
  return within({ from, to: from + length }, end);
}

/** Moves by a share of what is in view. */
export function panned(w: TimeWindow, share: number, end: number): TimeWindow {
  const by = (w.to - w.from) * share;
  return within({ from: w.from + by, to: w.to + by }, end);
}

/** Round moments for the axis, at most so many. */
export function ticks({ from, to }: TimeWindow, most: number): number[] {
  const rough = (to - from) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((s) => s >= rough) ?? rough;
  const moments: number[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) moments.push(i * step);
  return moments;
}

/** A moment with as many digits as the window needs. */
export function momentText(ms: number, w: TimeWindow, language: string): string {
  const length = w.to - w.from;
  const digits = Math.min(3, Math.max(0, 2 - Math.floor(Math.log10(length))));
  return `${ms.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}

/** A length of time with as many digits as it needs. */
export function lengthText(ms: number, language: string): string {
  const digits = ms >= 100 ? 0 : ms >= 1 ? 2 : 3;
  return `${ms.toLocaleString(language, { maximumFractionDigits: digits })} ms`;
}
