const escapes: Record<string, string> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const sequence = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

/** The text of a Go string literal as %q prints it; anything else is returned as it is. */
export function unquote(literal: string): string {
  if (literal.length < 2 || !literal.startsWith('"') || !literal.endsWith('"')) return literal;
  return literal
    .slice(1, -1)
    .replace(sequence, (_, hex2, hex4, hex8, octal, letter: string | undefined) => {
      if (letter !== undefined) return escapes[letter] ?? letter;
      const code = octal ? parseInt(octal, 8) : parseInt(hex2 ?? hex4 ?? hex8, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    });
}
