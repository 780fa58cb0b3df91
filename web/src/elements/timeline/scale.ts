import type { TimeWindow } from "./window";

/** Where moments stand on the picture, in CSS pixels. */
export interface Scale {
  readonly window: TimeWindow;
  readonly left: number;
  readonly right: number;
  x(ms: number): number;
  /** The pixels of a time, cut to what is in view. */
  stretch(start: number, end: number): [number, number];
  width(start: number, end: number): number;
}

export function scaleOf(window: TimeWindow, left: number, right: number): Scale {
  const rate = (right - left) / (window.to - window.from);
  const x = (ms: number) => left + (ms - window.from) * rate;
  return {
    window,
    left,
    right,
    x,
    stretch: (start, end) => [Math.max(left, x(start)), Math.min(right, x(end))],
    width: (start, end) => (end - start) * rate,
  };
}
