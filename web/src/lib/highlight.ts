import { parser as go } from "@lezer/go";
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { parser as python } from "@lezer/python";

/** A stretch of code in one colour; class is "" for plain text. */
export interface Token {
  text: string;
  class: string;
}

export type CodeLanguage = "go" | "python";

const parsers = { go, python };

/** Few colours: what is said in words, in numbers, by the language, to the reader. */
export const highlighter = tagHighlighter([
  { tag: [tags.comment], class: "comment" },
  { tag: [tags.string, tags.character, tags.special(tags.string)], class: "string" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: "number" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], class: "keyword" },
  { tag: [tags.definitionKeyword, tags.moduleKeyword], class: "keyword" },
  { tag: [tags.typeName, tags.className], class: "type" },
  { tag: tags.function(tags.definition(tags.variableName)), class: "name" },
  { tag: tags.function(tags.definition(tags.propertyName)), class: "name" },
  { tag: tags.definition(tags.className), class: "name" },
  { tag: tags.meta, class: "comment" },
]);

/** The code as lines of tokens. */
export function highlight(code: string, language: CodeLanguage): Token[][] {
  const text = code.replace(/\n$/, "");
  const lines: Token[][] = [[]];
  highlightCode(
    text,
    parsers[language].parse(text),
    highlighter,
    (piece, classes) => lines.at(-1)?.push({ text: piece, class: classes }),
    () => lines.push([]),
  );
  return lines;
}
