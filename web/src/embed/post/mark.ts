// Which blocks of code are marked to become lessons, and as what.

/** What a mark asks for: a lesson, or with the name "" the code of the block itself. */
export interface Mark {
  name: string;
  params: string;
}

/** "threads n=20&d=1s", "play" or nothing: a lesson's name, then the values of its flags. */
export function readMark(text: string): Mark | null {
  const [, name = "", params = ""] = /^\s*([a-z][a-z0-9-]*)?(?:\s+(\S+))?\s*$/.exec(text) ?? [];
  if (text.trim() !== "" && name === "") return null;
  return { name: name === "play" ? "" : name, params };
}

/** The mark in a first line of code, which every platform lets through: "//ahiru:threads n=20". */
export function markInCode(code: string): Mark | null {
  const found = /^\s*\/\/ahiru:([^\n]*)/.exec(code);
  return found ? readMark(found[1]!) : null;
}

/** The code without such a line. */
export const withoutMark = (code: string): string => code.replace(/^\s*\/\/ahiru:[^\n]*\n?/, "");
