/** Text as a fenced block, with a fence longer than any in the text. */
export function fenced(text: string, info = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${text.replace(/\n?$/, "\n")}${fence}`;
}

/** Text as code inside a line. */
export function inlineCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return fence + space + text.replace(/\s+/g, " ") + space + fence;
}

/** A table with a header row; cells keep to one line and cannot break out. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const cell = (text: string): string => text.replace(/\s+/g, " ").replace(/([\\|`*_<[\]])/g, "\\$1");

/** Text that keeps to one line and is no markup. */
export const literal = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+!|~&]/g, "\\$&");
