// Blocks of code that a post has marked become embeds. The code stays between
// the tags: feeds, printers and readers without JavaScript have it, and so has
// everyone whom the frame never reaches.
import { codeOf } from "./code";
import { markInCode, readMark, withoutMark, type Mark } from "./mark";

/**
 * How generators write a block of Go: plain CommonMark and Shiki and chroma;
 * kramdown with rouge; Hatena Blog; chroma with line numbers in a table.
 */
const blocks = [
  "pre > code.language-go",
  "div.language-go pre",
  "div.highlight pre > code[data-lang=go]",
  "pre.code.lang-go",
  "pre.language-go",
  "pre[data-language=go]",
  "pre[lang=go]",
].join(",");

/** What stands around a block and belongs to it, from the inside out. */
const wrappers =
  "div.highlight, div.language-go, div.highlighter-rouge, div.chroma, figure, pre, " +
  ".lntd, .lntable tr, .lntable tbody, .lntable";

export function upgrade(root: ParentNode = document): void {
  for (const block of root.querySelectorAll<HTMLElement>(blocks)) {
    if (block.closest("ahiru-demo")) continue;
    const code = codeOf(block);
    const mark = markOf(block) ?? markInCode(code);
    if (mark) replace(wholeOf(block), mark, withoutMark(code));
  }
}

function replace(whole: HTMLElement, { name, params }: Mark, code: string): void {
  const demo = document.createElement("ahiru-demo") as HTMLElement & { source: string };
  if (name) demo.setAttribute("name", name);
  if (params) demo.setAttribute("params", params);
  for (const given of ["lang", "theme", "clock", "seed", "together"]) {
    const value = whole.getAttribute(`data-ahiru-${given}`);
    if (value !== null) demo.setAttribute(given, value);
  }
  if (!name) demo.source = code;
  whole.replaceWith(demo);
  demo.append(whole);
}

/** The mark of a block, or of what stands around it. */
function markOf(block: HTMLElement): Mark | null {
  const marked = block.closest<HTMLElement>("[data-ahiru]");
  return marked ? readMark(marked.dataset.ahiru ?? "") : null;
}

/** The block with its wrappers; a mark's own element is the last of them. */
function wholeOf(block: HTMLElement): HTMLElement {
  let whole = block;
  while (!whole.hasAttribute("data-ahiru") && whole.parentElement?.matches(wrappers)) {
    whole = whole.parentElement;
  }
  return whole.closest<HTMLElement>("[data-ahiru]") ?? whole;
}
