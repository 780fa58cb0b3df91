// Several files in one text, as Go's txtar writes them and go.dev/play takes
// them: each begins with a line "-- name --"; what stands before the first is
// a file too.

export interface TextFile {
  /** As written, spaces around it apart; "" for what stands before the first marker. */
  name: string;
  text: string;
  /** The line of the whole text on which the file begins, from 1. */
  line: number;
}

/** The name in a line that begins a file, otherwise null. */
export function fileNamed(line: string): string | null {
  return /^-- (.*) --\s*$/.exec(line)?.[1]?.trim() || null;
}

/** The files of a text in its order; a text without markers is one file. Never throws. */
export function filesOf(text: string): TextFile[] {
  const files = [{ name: "", text: "", line: 1 }];
  let line = 1;
  for (const part of text.split(/(?<=\n)/)) {
    line++;
    const name = fileNamed(part);
    if (name === null) files.at(-1)!.text += part;
    else files.push({ name, text: "", line });
  }
  const bare = files.length > 1 && files[0]!.text.trim() === "";
  return bare ? files.slice(1) : files;
}

/** The text that holds these files. */
export function textOf(files: Pick<TextFile, "name" | "text">[]): string {
  return files
    .map(({ name, text }, index) => {
      const body = index === files.length - 1 || text.endsWith("\n") ? text : `${text}\n`;
      return name === "" ? body : `-- ${name} --\n${body}`;
    })
    .join("");
}
