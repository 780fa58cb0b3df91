import { quantity } from "../../lib/quantity";
import { dateTime } from "../../lib/time-text";
import type { Lines } from "../timeline/behind";
import type { RunFacts } from "../timeline/facts";
import type { Asked, EvidenceView } from "./evidence-view";
import { evidenceOf, evidenceOfRun, type Headline, type Moment, type Ran } from "./evidence";
import { linesOf } from "./evidence-view";
import { evidenceWordsOf } from "./evidence-words";
import { History, type Remembered } from "./history";
import { isRibbon, type Figure } from "./lesson";
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

/** A traced run that took longer, in ms, is not repeated without being asked. */
const short = 3000;

/** What the runs of a lesson measured: which figures stand at the head, and all that is known of them. */
export class Measures {
  readonly asked: Asked = { key: null };
  /** Runs that are made only to measure, while they are. */
  measuring: { done: number; all: number; byItself: boolean } | null = null;
  /** The program as it was when it last ran. */
  last: Identity = { command: "", source: "", stdin: "", time: { clock: "real", seed: "" } };
  private traced: { wallMs: number; when: Date; what: string; ran: Ran } | null = null;
  private latest: (Moment & { wallMs: number }) | null = null;
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
    this.latest = { wallMs: result.wallMs, when, traced };
    if (traced) this.traced = { wallMs: result.wallMs, when, what, ran: this.ran };
    else if (result.exitCode === 0 && !result.stopped) {
      this.history.add(what, { wallMs: result.wallMs, figures: session.figures, when });
    }
  }

  /** Runs the program so many times without a trace; ends at the first that does not go well. */
  repeat(all: number, byItself = false): Promise<void> {
    if (this.measuring || this.of.session.busy) return Promise.resolve();
    this.measuring = { done: 0, all, byItself };
    return (this.going = this.each(this.measuring));
  }
  private going = Promise.resolve();

  /** After a traced run: measures the same without a trace where nothing is known of that and it takes no long time. */
  async complete(result: Result): Promise<void> {
    const went = result.exitCode === 0 && !result.stopped;
    if (went && result.wallMs <= short && this.plain.length === 0) await this.repeat(1, true);
  }

  /** The reader wants something else than what is measured by itself. */
  async letGo(): Promise<void> {
    if (!this.measuring?.byItself) return;
    this.of.session.stop();
    await this.going;
  }

  private async each(measuring: { done: number; all: number }): Promise<void> {
    try {
      for (; measuring.done < measuring.all; measuring.done++) {
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
    const traced = session.busy ? tracedNow : (this.latest?.traced ?? tracedNow);
    const pictured = { when: session.measuredAt, traced };
    const common = { ...this.ran, runs, pictured };
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
    const headline = this.headline(true);
    return {
      title: this.last.command,
      evidence: `${dateTime(traced.when, language)}. ${words.tracing}: ${words.on}.`,
      wallMs: traced.wallMs,
      plainMs: runs.map(({ wallMs }) => wallMs),
      behind: { traced: this.behindTrace(), plain: this.behindPlain(runs) },
      figures: headline.figures
        .filter((figure) => !isRibbon(figure))
        .map((figure) => ({
          key: figure.key,
          label: of.label(figure),
          value: figure.value,
          text: quantity(figure.value, figure.unit, language),
          behind: linesOf(evidenceOf(headline, figure), figure.unit, language),
        })),
    };
  }

  /** What stands behind what the timeline draws: of the run that goes on, or of the one that it shows. */
  behindTrace(): Lines {
    const { traced, of } = this;
    const going = of.session.busy && !this.measuring;
    const ran = (!going && traced?.ran) || this.ran;
    const when = going || !traced ? new Date() : traced.when;
    return linesOf(evidenceOfRun(ran, { when, traced: true }, [0]), "s", of.language());
  }

  /** What stands behind the time that the last run took, once it has ended. */
  behindTime(): Lines {
    const { latest, of } = this;
    if (!latest) return [];
    const { traced, wallMs } = latest;
    if (!traced && this.plain.length > 0) return this.behindPlain(this.plain);
    return linesOf(evidenceOfRun(this.ran, latest, [wallMs / 1000]), "s", of.language());
  }

  private behindPlain(runs: readonly Remembered[]): Lines {
    const last = runs.at(-1);
    if (!last) return [];
    const values = runs.map(({ wallMs }) => wallMs / 1000);
    const moment = { when: last.when, traced: false };
    return linesOf(evidenceOfRun(this.ran, moment, values), "s", this.of.language());
  }

  private get ran(): Ran {
    const { time, command } = this.last;
    return { time, command, go: this.of.go() };
  }

  /** Runs without a trace of what was last run. */
  get plain(): readonly Remembered[] {
    return this.history.of(this.what);
  }

  private get what(): string {
    return JSON.stringify(this.last);
  }
}
