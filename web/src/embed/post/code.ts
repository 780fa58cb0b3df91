/** The text of a block without line numbers, which some highlighters put among it. */
export function codeOf(block: HTMLElement): string {
  const copy = block.cloneNode(true) as HTMLElement;
  for (const number of copy.querySelectorAll(".lnt, .ln, .lineno, .gutter, .rouge-gutter")) {
    number.remove();
  }
  const text = copy.textContent ?? "";
  return text.endsWith("\n") ? text : `${text}\n`;
}
