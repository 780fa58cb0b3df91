import { browserName } from "../../lib/browser-name";
import { dateTime, timestamp } from "../../lib/time-text";
import { stringsOf as timelineWords } from "../timeline/strings";
import type { Headline } from "./evidence";
import { wordFor, type Figure, type Lesson, type Words } from "./lesson";
import type { Links } from "./links";
import type { Measures } from "./measures";
import { resultText } from "./result-text";
import type { Result, Session } from "./session";
import type { Language, Strings } from "./strings";
import { timeWordsOf } from "./time-words";
import type { Workshop } from "./workshop";

/** Whose run it is. */
export interface Subject {
  readonly lesson: Lesson;
  readonly links: Links;
  readonly measures: Measures;
  readonly session: Session;
  readonly workshop: Workshop;
  /** Whether the figures that stand there are of a traced run. */
  readonly tracedRun: boolean;
}

/** What is told of a lesson's last run besides its output: in which words, where it was measured, and all of it as a text that travels. */
export class Account {
  constructor(
    private readonly of: Subject,
    private readonly host: { strings(): Strings; language(): Language },
  ) {}

  /** The page's words for figures and flags. */
  words(): Words {
    return this.of.lesson.words[this.host.language()] ?? {};
  }

  label(figure: Figure): string {
    return wordFor(this.words().figures, figure.key) ?? figure.label;
  }

  /** The page's words for what the last run reported, by the program's own. */
  inWords(): Record<string, string> {
    const { figures, drawings } = this.of.session;
    const words = [...figures, ...drawings].flatMap((each) => {
      const word = "label" in each ? wordFor(this.words().figures, each.key) : undefined;
      return "label" in each && word ? [[each.label, word] as const] : [];
    });
    return Object.fromEntries(words);
  }

  /** The release of Go that built the program. */
  get goRelease(): string {
    return this.of.lesson.recorded?.go ?? this.of.workshop.program.release;
  }

  /** Where and when the last run's figures were measured. */
  evidence({ when, traced: on, time }: Headline): string {
    const language = this.host.language();
    const told = dateTime(when ?? new Date(), language);
    const here = this.host.strings().measuredHere(browserName(navigator.userAgent), cores(), told);
    const clock = timeWordsOf(language).measuredOn(time.clock);
    const traced = on ? timelineWords(language).traced : "";
    return [here, clock, traced].filter(Boolean).join(" ");
  }

  /** The last run as Markdown. */
  async report(result: Result): Promise<string> {
    const { lesson, links, measures, session, tracedRun } = this.of;
    const { figures, when } = measures.headline(tracedRun);
    return resultText({
      name: lesson.name,
      command: measures.last.command,
      result,
      figures: figures.map((figure) => ({ figure, label: this.label(figure) })),
      when: timestamp(when ?? new Date()),
      browser: browserName(navigator.userAgent),
      cores: cores(),
      go: this.goRelease,
      time: timeWordsOf("en").inForce(session.time),
      link: (await links.whole()) ?? links.bare(),
    });
  }
}

const cores = () => navigator.hardwareConcurrency;
