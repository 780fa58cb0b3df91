import { parser as go } from "@lezer/go";
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { parser as python } from "@lezer/python";
import { written, type Token } from "./colours";

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

/** The colours of code, for colours.ts to read. */
export function coloursOf(code: string, language: CodeLanguage): string {
  const text = code.replace(/\n$/, "");
  const tokens: Token[] = [];
  const put = (piece: string, name: string) => {
    const last = tokens.at(-1);
    if (last?.class === name) last.text += piece;
    else tokens.push({ text: piece, class: name });
  };
  const tree = parsers[language].parse(text);
  highlightCode(text, tree, highlighter, put, () => put("\n", tokens.at(-1)?.class ?? ""));
  return written(tokens);
}
