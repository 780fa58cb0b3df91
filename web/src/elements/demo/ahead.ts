import type { Diagnostic } from "../../machine/toolchain/api";

/** How long the reader pauses until the text is built, in ms. */
const pauseMs = 350;
/** How long after the last key complaints are shown, in ms: earlier the text is likely half a line. */
const patienceMs = 1200;

/** What building ahead needs of the editor that it belongs to. */
export interface AheadHost {
  /** Builds the text as it stands; gives the complaints, or null when that cannot be now. */
  build(signal: AbortSignal): Promise<readonly Diagnostic[] | null>;
  /** Whether an input method has not finished what it writes. */
  composing(): boolean;
  show(diagnostics: readonly Diagnostic[]): void;
}

/**
 * Builds what the reader writes whenever they pause, so that a press of Run
 * finds the program built, and errors stand at their line before it. The next
 * key calls it off. Nothing is run.
 */
export class Ahead {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #going: AbortController | undefined;
  /** Whether there is a text that the reader wrote and that nobody has built. */
  #wanted = false;
  #lastKey = 0;

  constructor(private readonly host: AheadHost) {}

  typed(): void {
    this.stop();
    this.#wanted = true;
    this.#lastKey = performance.now();
    this.#soon();
  }

  /** What stood in the way may be gone. */
  again(): void {
    if (this.#wanted && !this.#going) this.#soon();
  }

  /** Nothing is to be built before the next key. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#going?.abort();
    this.#going = undefined;
    this.#wanted = false;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), pauseMs);
  }

  #begin(): void {
    if (this.host.composing()) return this.#soon();
    const going = (this.#going = new AbortController());
    this.#build(going.signal)
      .catch(() => {}) // called off, or the toolchain is at fault: Run says so
      .finally(() => {
        if (this.#going === going) this.#going = undefined;
      });
  }

  async #build(signal: AbortSignal): Promise<void> {
    const said = await this.host.build(signal);
    if (said === null || signal.aborted) return;
    if (said.length > 0) await rest(this.#lastKey + patienceMs - performance.now());
    if (signal.aborted) return;
    this.#wanted = false;
    this.host.show(said);
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((go) => setTimeout(go, ms));
}
