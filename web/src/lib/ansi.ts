/** A stretch of text in one of the six colours of a terminal, or in none. */
export interface Piece {
  text: string;
  /** 1 red, 2 green, 3 yellow, 4 blue, 5 magenta, 6 cyan. */
  colour: number | null;
}

// Select Graphic Rendition, the only codes of a terminal that are taken for what they mean.
const code = /\u001b\[([\d;]{0,40})m/g;

/** Text of a program in its colours. Codes for anything but the colour of letters change nothing. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let colour: number | null = null;
  let from = 0;
  const take = (to: number) => {
    if (to > from) found.push({ text: text.slice(from, to), colour });
  };
  for (const match of text.matchAll(code)) {
    take(match.index);
    from = match.index + match[0].length;
    for (const number of match[1]!.split(";")) colour = after(colour, Number(number));
  }
  take(text.length);
  return found;
}

/** The text without its colours. */
export const withoutColours = (text: string): string => text.replace(code, "");

function after(colour: number | null, number: number): number | null {
  if (number === 0 || number === 39) return null;
  if (number >= 31 && number <= 36) return number - 30;
  return number >= 91 && number <= 96 ? number - 90 : colour;
}
