/**
 * A measured value with its unit: seconds to the millisecond, whole numbers in
 * full, others to four significant digits.
 */
export function quantity(value: number, unit: string, lang = "en"): string {
  if (!Number.isFinite(value)) return "–";
  const text = value.toLocaleString(lang, digitsFor(value, unit));
  return unit === "" ? text : `${text}\u00a0${unit}`;
}

function digitsFor(value: number, unit: string): Intl.NumberFormatOptions {
  if (unit === "s" && Math.abs(value) >= 0.01) {
    return { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  }
  return Number.isInteger(value) ? {} : { maximumSignificantDigits: 4 };
}

/** A ratio as a factor: "9.9 ×", "120 ×". */
export function factor(ratio: number, lang = "en"): string {
  const digits = ratio < 100 ? { maximumFractionDigits: 1 } : { maximumFractionDigits: 0 };
  return `${ratio.toLocaleString(lang, digits)}\u00a0×`;
}
