import { quantity } from "../../lib/quantity";
import { dateTime } from "../../lib/time-text";
import type { RunFacts } from "../timeline/facts";
import type { Asked, EvidenceView } from "./evidence-view";
import type { Headline } from "./evidence";
import { evidenceWordsOf } from "./evidence-words";
import { History, type Remembered } from "./history";
import { isRibbon } from "./ribbon-view";
import type { Figure } from "./lesson";
import type { Result, Session } from "./session";
import type { Language } from "./strings";
import type { Time } from "./time-choice";

/** What measures need of the lesson whose runs they remember. */
export interface Measured {
  session: Session;
  run(): Promise<Result>;
  language(): Language;
  label(figure: Figure): string;
  go(): string;
  changed(): void;
}

/** Which run it is: what ran, with what. */
export interface Identity {
  command: string;
  source: string;
  stdin: string;
  time: Time;
}

/** What the runs of a lesson measured: which figures stand at the head, and all that is known of them. */
export class Measures {
  readonly asked: Asked = { key: null };
  /** Runs that are made only to measure, while they are. */
  measuring: { done: number; all: number } | null = null;
  /** The program as it was when it last ran. */
  last: Identity = { command: "", source: "", stdin: "", time: { clock: "real", seed: "" } };
  private traced: { wallMs: number; when: Date; what: string } | null = null;
  private readonly history = new History();
  private given = false;

  constructor(private readonly of: Measured) {}

  /** A run begins, by what it is. */
  began(identity: Identity): void {
    this.last = identity;
    this.given = true;
  }

  /** A run has ended, and may count. */
  ended(result: Result, traced: boolean): void {
    const { session } = this.of;
    if (!this.given) return; // it was stopped before its program began
    this.given = false;
    const what = this.what;
    const when = session.measuredAt ?? new Date();
    if (traced) this.traced = { wallMs: result.wallMs, when, what };
    else if (result.exitCode === 0 && !result.stopped) {
      this.history.add(what, { wallMs: result.wallMs, figures: session.figures, when });
    }
  }

  /** Runs the program so many times without a trace; ends at the first that does not go well. */
  async repeat(all: number): Promise<void> {
    if (this.measuring || this.of.session.busy) return;
    this.measuring = { done: 0, all };
    try {
      for (; this.measuring.done < all; this.measuring.done++) {
        const { exitCode, stopped } = await this.of.run();
        if (exitCode !== 0 || stopped) return;
      }
    } catch {
      // the toolbar says why
    } finally {
      this.measuring = null;
      this.of.changed();
    }
  }

  /** The figures to be shown, from a run without a trace wherever there was one. */
  headline(tracedNow: boolean): Headline {
    const { session } = this.of;
    const runs = this.history.of(this.what);
    const plain = runs.at(-1);
    const common = { runs, time: this.last.time, go: this.of.go(), command: this.last.command };
    if (!tracedNow || session.busy || !plain) {
      return { ...common, figures: session.figures, when: session.measuredAt, traced: tracedNow };
    }
    const { figures, when } = plain;
    const ribbons = session.figures.filter(isRibbon); // a picture of this very run
    return {
      ...common,
      figures: [...ribbons, ...figures.filter((f) => !isRibbon(f))],
      when,
      traced: false,
    };
  }

  view(tracedNow: boolean): EvidenceView {
    const { asked, of } = this;
    const headline = this.headline(tracedNow);
    return { headline, asked, language: of.language(), changed: () => of.changed() };
  }

  /** What the timeline is told of the traced run that it shows; null while that goes on. */
  facts(): RunFacts | null {
    const { traced, of } = this;
    if (!traced || (of.session.busy && !this.measuring)) return null;
    const language = of.language();
    const words = evidenceWordsOf(language);
    const runs = this.history.of(traced.what);
    const figures = this.headline(true).figures.filter((f) => !isRibbon(f));
    return {
      title: this.last.command,
      evidence: `${dateTime(traced.when, language)}. ${words.tracing}: ${words.on}.`,
      wallMs: traced.wallMs,
      plainMs: runs.map(({ wallMs }) => wallMs),
      figures: figures.map((figure) => ({
        key: figure.key,
        label: of.label(figure),
        value: figure.value,
        text: quantity(figure.value, figure.unit, language),
      })),
    };
  }

  /** Runs without a trace of what was last run. */
  get plain(): readonly Remembered[] {
    return this.history.of(this.what);
  }

  private get what(): string {
    return JSON.stringify(this.last);
  }
}
