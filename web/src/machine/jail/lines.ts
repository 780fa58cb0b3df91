import { Chunks } from "./chunks";
import type { Bytes } from "./chunks";
import { RunTimers } from "./run-timers";
import type { After } from "./run-timers";

const newline = 10;
const lineEnd = Uint8Array.of(newline);
/** Bytes that one process may have waiting; then its line is shown unfinished, or another's cut. */
const maxHeld = 64 << 10;
/** How long an unfinished line on the console may keep the lines of others waiting, in ms. */
const patienceMs = 2000;

/** Where the lines go: an OutputStream. */
export interface Out {
  write(bytes: Bytes, ms: number): void;
}

/**
 * Puts what several processes print to one stream together line by line. A
 * process that is alone is shown as it prints. Among several, a line is shown
 * when it is finished, so that no other stands inside it; a line that was
 * begun alone is waited for, though not without an end.
 */
export class Lines {
  readonly #writers = new Set<LineWriter>();
  /** Whose unfinished line stands on the console. */
  #owner: LineWriter | undefined;
  #callOff: (() => void) | undefined;

  constructor(
    private readonly out: Out,
    private readonly after: After = new RunTimers().after,
  ) {}

  /** A writer for one more process. */
  join(): LineWriter {
    const writer = new LineWriter(this);
    this.#writers.add(writer);
    return writer;
  }

  /** Nothing more is to come. */
  close(): void {
    this.#callOff?.();
  }

  /** Shows the bytes at once if the writer's process is alone; the short way of most runs. */
  pass(writer: LineWriter, bytes: Bytes): boolean {
    if (this.#writers.size > 1 || (this.#owner && this.#owner !== writer)) return false;
    this.out.write(bytes, writer.ms);
    this.#owner = bytes.at(-1) === newline ? undefined : writer;
    return true;
  }

  /** Shows of a writer's bytes what may be shown. */
  show(writer: LineWriter): void {
    const { waiting } = writer;
    if (this.#owner && this.#owner !== writer) return this.#wait(writer);
    const bytes = waiting.take(waiting.size);
    const alone = this.#writers.size === 1;
    const upTo = alone || bytes.length > maxHeld ? bytes.length : bytes.lastIndexOf(newline) + 1;
    waiting.add(bytes.subarray(upTo));
    if (upTo === 0) return;
    this.out.write(bytes.subarray(0, upTo), writer.ms);
    this.#owner = bytes[upTo - 1] === newline ? undefined : writer;
    if (!this.#owner) this.#showOthers();
  }

  /** The writer's process has ended: an unfinished line of its own ends too, if others go on. */
  leave(writer: LineWriter): void {
    const { waiting, ms } = writer;
    if (waiting.size > 0) {
      this.#cut(writer);
      const bytes = waiting.take(waiting.size);
      this.out.write(bytes, ms);
      this.#owner = bytes.at(-1) === newline ? undefined : writer;
    }
    this.#writers.delete(writer);
    if (this.#owner !== writer || this.#writers.size === 0) return this.#showOthers();
    this.#endLine(ms);
    this.#showOthers();
  }

  #wait(writer: LineWriter): void {
    if (writer.waiting.size > maxHeld) {
      this.#cut(writer);
      return this.show(writer);
    }
    this.#callOff ??= this.after(patienceMs, () => {
      this.#callOff = undefined;
      this.#endLine(writer.ms);
      this.#showOthers();
    });
  }

  /** Ends the unfinished line of another. */
  #cut(writer: LineWriter): void {
    if (this.#owner !== writer) this.#endLine(writer.ms);
  }

  #endLine(ms: number): void {
    if (this.#owner) this.out.write(lineEnd, ms);
    this.#owner = undefined;
  }

  #showOthers(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    for (const each of this.#writers) if (each.waiting.size > 0) this.show(each);
  }
}

/** One process's way to the console. */
export class LineWriter {
  readonly waiting = new Chunks();
  /** The time of its last bytes, on the run's clock. */
  ms = 0;

  constructor(private readonly lines: Lines) {}

  write(bytes: Bytes, ms: number): void {
    this.ms = ms;
    if (bytes.length === 0 || (this.waiting.size === 0 && this.lines.pass(this, bytes))) return;
    this.waiting.add(bytes);
    this.lines.show(this);
  }

  leave(): void {
    this.lines.leave(this);
  }
}
