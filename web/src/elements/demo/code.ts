import { visibleText } from "../../lib/visible-text";
import { coloured, type Token } from "../../lib/colours";

/** A sentence about a line of code, by line number from 1. */
export type Marks = ReadonlyMap<number, string>;

/**
 * Code as a <pre>, coloured, a block for each line; line numbers are made by
 * the style sheet, so that copying takes the code alone.
 */
export function codeBlock(code: string, colours: string, marks: Marks = new Map()): Node {
  const pre = document.createElement("pre");
  const body = document.createElement("code");
  pre.translate = false;
  const lines = coloured(code, colours);
  pre.className = `code digits-${String(lines.length).length}`;
  lines.forEach((tokens, index) => body.append(line(tokens, marks.get(index + 1))));
  pre.append(body);
  return pre;
}

function line(tokens: Token[], mark: string | undefined): HTMLElement {
  const node = document.createElement("span");
  node.className = mark === undefined ? "line" : "line marked";
  if (mark !== undefined) node.title = mark;
  node.append(...tokens.map(piece), "\n");
  return node;
}

function piece(token: Token): Node | string {
  const text = visibleText(token.text);
  if (token.class === "") return text;
  const node = document.createElement("span");
  node.className = token.class;
  node.textContent = text;
  return node;
}
