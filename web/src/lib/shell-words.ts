/**
 * The words of a command line, as a shell takes them apart: space between
 * them, quotes keep space, a backslash keeps the next character. Nothing is
 * expanded; a quote that is not closed reaches to the end.
 */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote = "";
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (quote !== "" && character === quote) quote = "";
    else if (quote !== "'" && character === "\\" && at + 1 < characters.length) {
      word = (word ?? "") + characters[++at]!;
    } else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      word ??= "";
    } else if (quote === "" && /\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? "") + character;
  }
  return word === null ? words : [...words, word];
}
