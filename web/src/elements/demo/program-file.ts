// Programs as files: for those that are too long for a link, and to keep.
import { formatBytes } from "../../lib/bytes";
import type { EditWords } from "./edit-words";
import { largestSource } from "./source-files";
import type { Language } from "./strings";
import type { Notice } from "./workshop-host";

/** Hands the text to the reader as a file. */
export function offerFile(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The text of a file that a reader chose, or the sentence that says why there is none. */
export async function readFile(
  file: Blob,
  words: EditWords,
  language: Language,
): Promise<{ text: string | null; notice: Notice | null }> {
  if (file.size > largestSource) {
    const limit = formatBytes(largestSource, language);
    return { text: null, notice: { text: words.fileTooLong(limit), bad: true } };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (text.includes("\0")) throw new Error("a text has no zero bytes");
    return { text: text.replace(/\r\n?/g, "\n"), notice: null };
  } catch {
    return { text: null, notice: { text: words.fileUnreadable, bad: true } };
  }
}
