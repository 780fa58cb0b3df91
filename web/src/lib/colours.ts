// Which part of a program has which colour, as a text: stretches of it, each
// by its length in UTF-16 units and a letter, such as "7k1-4d". The site's
// builder writes them with the editor's own parsers (highlight.ts), so a page
// shows code in its colours without carrying a parser.

/** A stretch of code in one colour; class is "" for plain text. */
export interface Token {
  text: string;
  class: string;
}

const letters = {
  "-": "",
  c: "comment",
  s: "string",
  n: "number",
  k: "keyword",
  t: "type",
  d: "name",
} as const;

/** The colours of code; longer is what follows what. */
export function written(tokens: readonly Token[]): string {
  const letter = (name: string) =>
    Object.entries(letters).find(([, each]) => each === name)?.[0] ?? "-";
  return tokens.map(({ text, class: name }) => `${text.length}${letter(name)}`).join("");
}

/** The code as lines of tokens. What no colours are left for is plain. */
export function coloured(code: string, colours: string): Token[][] {
  const text = code.replace(/\n$/, "");
  const lines: Token[][] = [[]];
  const put = (piece: string, name: string) => {
    piece.split("\n").forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part !== "") lines.at(-1)!.push({ text: part, class: name });
    });
  };
  let at = 0;
  for (const [, length, letter] of colours.matchAll(/(\d+)([-a-z])/g)) {
    if (at >= text.length) break;
    const name = letters[letter as keyof typeof letters] ?? "";
    put(text.slice(at, (at += Number(length))), name);
  }
  put(text.slice(at), "");
  return lines;
}
