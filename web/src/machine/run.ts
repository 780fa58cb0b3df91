import { Deferred } from "./deferred";
import type { Drawing } from "./drawings";
import type { Figure } from "./figures";
import type { Ending, RunEvent, StreamName, TracePiece } from "./protocol";

/** Text that a program printed: ms since its instantiation, on the run's clock. */
export interface OutputEvent {
  stream: StreamName;
  text: string;
  ms: number;
}

/** How a run went. stdout and stderr are what the output events said, joined. */
export interface RunResult {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** Real milliseconds from instantiation to exit, pauses left out. */
  wallMs: number;
  /** The same on the run's clock: what the program itself could read. */
  clockMs: number;
  /** True after stop() or a limit; exitCode is then 137 and the reason stands in stderr. */
  stopped: boolean;
  figures: Figure[];
}

export interface RunListener {
  output?(event: OutputEvent): void;
  figure?(figure: Figure): void;
  /** A line of a picture, such as a step on a floor plan. */
  drawing?(drawing: Drawing): void;
  /** A piece of the execution trace of a process, when AHIRU_TRACE asked for them. */
  trace?(piece: TracePiece): void;
}

/** A program that was started. */
export interface Run {
  /** Rejects, with a sentence, only when the program could not be handed over at all. */
  done: Promise<RunResult>;
  /** Ends the program now; nothing once it has ended. */
  stop(): void;
  /**
   * Holds the program with its clock, at its next call of Go's runtime; its
   * processes and threads too. Asked again, it answers the same.
   */
  pause(): Promise<PauseOutcome>;
  /** Lets a program that is paused, or about to be, go on. */
  resume(): void;
  /**
   * Puts a file where the running program finds it, whole, in the place of what
   * is there; nothing once it has ended. Relative names are in its first folder.
   */
  write(name: string, bytes: Uint8Array): void;
  /** Ends a process that the program has started, as kill -9 would; nothing for a number that none has. */
  kill(pid: number): void;
  /** Records no more traces: the program goes on, at its full pace. */
  stopTrace(): void;
}

/**
 * What became of a pause. When it is not paused: it computes without a call,
 * memory cannot be shared here, resume came before, or the run has ended.
 */
export type PauseOutcome = "paused" | "busy" | "unshared" | "resumed" | "ended";

/** Gathers what the jail tells of one run. */
export class Gathering {
  readonly result = new Deferred<RunResult>();
  readonly #text: Record<StreamName, string[]> = { stdout: [], stderr: [] };
  readonly #figures: Figure[] = [];
  readonly #asked = performance.now();
  /** What the run's clock showed last. */
  #latest = 0;

  constructor(private readonly listener: RunListener) {}

  take(event: RunEvent): void {
    const { listener } = this;
    switch (event.type) {
      case "output": {
        const { stream, text, ms } = event;
        this.#latest = ms;
        this.#text[stream].push(text);
        return tell(() => listener.output?.({ stream, text, ms }));
      }
      case "figure":
        this.#figures.push(event.figure);
        return tell(() => listener.figure?.(event.figure));
      case "drawing":
        return tell(() => listener.drawing?.(event.drawing));
      case "trace":
        return tell(() => listener.trace?.(event));
    }
  }

  /**
   * Ends a run whose jail can no more say how long it was. When it was instantiated only the jail
   * knew (on a clock that may be slow, or virtual): it counts from when it was asked for.
   */
  breakOff(why: string): void {
    const wallMs = performance.now() - this.#asked;
    this.take({ type: "output", stream: "stderr", text: `Stopped: ${why}\n`, ms: this.#latest });
    this.end({ exitCode: 137, wallMs, clockMs: this.#latest, reason: "stop" });
  }

  end({ exitCode, wallMs, clockMs, reason }: Ending): void {
    const { stdout, stderr } = this.#text;
    this.result.resolve({
      exitCode,
      stdout: stdout.join(""),
      stderr: stderr.join(""),
      wallMs,
      clockMs,
      stopped: reason !== null,
      figures: this.#figures,
    });
  }
}

/** A listener that throws is reported and hears the rest. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (err) {
    reportError(err);
  }
}
