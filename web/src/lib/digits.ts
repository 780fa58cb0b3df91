/** Signs that an input method puts where a number's minus or point is meant. */
const meant: Record<string, string> = { "−": "-", ー: "-", "‐": "-", "–": "-", "。": "." };

/**
 * What was typed as a number or duration, in ASCII: full-width digits, letters
 * and signs become plain ones, surrounding space goes, and so do commas that
 * group thousands. Text that is no number passes through otherwise unchanged.
 */
export function asciiNumber(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[−ー‐–。]/g, (sign) => meant[sign] ?? sign)
    .trim();
  return /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
}

const integer =
  /^([-+]?)(?:(0[xX](?:_?[0-9a-fA-F])+)|(0[bB](?:_?[01])+)|0[oO]?((?:_?[0-7])+)|(0|[1-9](?:_?[0-9])*))$/;

/** Reads an integer as Go's flag package does (0x10, 0b11, 1_000, leading 0 octal); null if it is none. */
export function parseInteger(text: string): number | null {
  const match = integer.exec(text);
  if (!match) return null;
  const [, sign, hex, binary, octal, decimal] = match;
  const literal = hex ?? binary ?? (octal === undefined ? decimal : `0o${octal}`) ?? "";
  const value = Number(literal.replaceAll("_", ""));
  return sign === "-" ? -value : value;
}

const float = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Reads a decimal floating-point number; null if it is none or not finite. */
export function parseFloating(text: string): number | null {
  const value = float.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}
