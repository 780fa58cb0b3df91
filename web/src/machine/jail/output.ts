import type { StreamName } from "../protocol";
import { Tail } from "./tail";

/** Where the text of a stream goes, piece by piece. */
export type Emit = (stream: StreamName, text: string, ms: number) => void;

/** The part of a stream's limit that is shown as it comes; the rest keeps the end. */
const headShare = 0.75;

/** Bytes of a character that did not fit the first part whole. */
const maxRest = 3;

/**
 * One output stream of a program: bytes in, text out. It shows the first part
 * as it comes and keeps the last part for the end, with a line between that
 * says how much was left out. Invalid UTF-8 becomes U+FFFD; a character split
 * over two writes stays whole.
 */
export class OutputStream {
  #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #room: number;
  #tail: Tail;
  #ms = 0;
  #atLineStart = true;

  constructor(
    readonly name: StreamName,
    limit: number,
    private readonly emit: Emit,
  ) {
    this.#room = Math.ceil(limit * headShare);
    this.#tail = new Tail(limit - this.#room + maxRest);
  }

  write(bytes: Uint8Array, ms: number): void {
    this.#ms = ms;
    let head = Math.min(bytes.length, this.#room);
    if (head < bytes.length) {
      head = characterStart(bytes, head);
      this.#room = 0;
    } else {
      this.#room -= head;
    }
    if (head > 0) this.#show(this.#decoder.decode(bytes.subarray(0, head), { stream: true }));
    if (head < bytes.length) this.#tail.write(bytes.subarray(head));
  }

  /** Shows what was kept; afterwards only say may follow. */
  end(): void {
    const { bytes, skipped, skippedLines } = this.#tail.take();
    if (skipped > 0) {
      this.#line(marker(skipped, skippedLines));
      this.#decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    }
    this.#show(this.#decoder.decode(bytes));
  }

  /** A line of the machine's own, on a line of its own, whatever the limit. */
  say(sentence: string, ms: number): void {
    this.#ms = ms;
    this.#line(sentence);
  }

  #line(text: string): void {
    this.#show((this.#atLineStart ? "" : "\n") + text + "\n");
  }

  #show(text: string): void {
    if (text === "") return;
    this.#atLineStart = text.endsWith("\n");
    this.emit(this.name, text, this.#ms);
  }
}

/** The last index up to at where a character of UTF-8 starts; at most three back. */
function characterStart(bytes: Uint8Array, at: number): number {
  for (let i = at; i > 0 && i > at - 4; i--) {
    if ((bytes[i]! & 0xc0) !== 0x80) return i;
  }
  return at;
}

function marker(bytes: number, lines: number): string {
  const count = (n: number) => n.toLocaleString("en-US");
  return `[… ${count(bytes)} bytes (${count(lines)} lines) left out here: of long output the first and last parts are kept …]`;
}
