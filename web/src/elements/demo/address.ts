// The page's address carries the flags' values, and a program that was shared.
import { isOurs, readState } from "../../lib/url-state";
import { unpackText } from "../../lib/packed-text";
import type { EditWords } from "./edit-words";
import type { OpenLesson } from "./open-lesson";
import { FlagState } from "./flag-state";
import { largestSource } from "./source-files";

/** A unit of text takes at most three bytes of UTF-8. */
const mostBytes = 3 * largestSource;

/**
 * Takes up what the address carries, without running anything. Gives whether
 * flags came with it. What cannot be read leaves the lesson as it was, with a
 * sentence, and gives null.
 */
export async function followAddress(
  open: OpenLesson,
  words: () => EditWords,
): Promise<boolean | null> {
  const { hash } = location;
  const record = readState(hash);
  const refuse = (text: string) => open.workshop.say({ text, bad: true });
  if (!record) {
    if (isOurs(hash)) refuse(words().linkTooLong);
    return null;
  }
  const { code, args, stdin } = record;
  const text = code === undefined ? null : await unpackText(code, mostBytes);
  if (location.hash !== hash) return null; // another link has come meanwhile
  if (code !== undefined && (text === null || text.length > largestSource)) {
    refuse(words().linkUnreadable);
    return null;
  }
  const { workshop, flags } = open;
  if (args !== undefined) workshop.args = args;
  if (stdin !== undefined) workshop.stdin = stdin;
  if (code !== undefined && text !== null) await workshop.follow(text, code.slice(-24));
  const values = FlagState.fromLink(record);
  flags.replace(values);
  return code === undefined || Object.keys(values).length > 0;
}
