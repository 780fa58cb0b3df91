/** Maps the whole positions 0 to steps of a slider to values and back. */
export interface SliderScale {
  steps: number;
  value(position: number): number;
  position(value: number): number;
}

const mostSteps = 200;

/**
 * A scale from min to max, both included. Whole numbers in a short range get a
 * position each; a range over two powers of ten is logarithmic; values between
 * the ends are rounded to two significant digits.
 */
export function sliderScale(min: number, max: number, whole: boolean): SliderScale {
  if (whole && max - min <= mostSteps) return exact(min, max);
  const curve = min > 0 && max / min >= 100 ? logarithmic(min, max) : linear(min, max);
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  return {
    steps: mostSteps,
    value(position) {
      if (position <= 0) return min;
      if (position >= mostSteps) return max;
      const value = Number(curve.at(position / mostSteps).toPrecision(2));
      return Math.min(max, Math.max(min, whole ? Math.round(value) : value));
    },
    position: (value) => Math.round(clamp(curve.share(value)) * mostSteps),
  };
}

function exact(min: number, max: number): SliderScale {
  return {
    steps: max - min,
    value: (position) => min + position,
    position: (value) => Math.min(max, Math.max(min, value)) - min,
  };
}

const linear = (min: number, max: number) => ({
  at: (share: number) => min + share * (max - min),
  share: (value: number) => (value - min) / (max - min),
});

const logarithmic = (min: number, max: number) => ({
  at: (share: number) => min * (max / min) ** share,
  share: (value: number) => Math.log(Math.max(value, min) / min) / Math.log(max / min),
});
