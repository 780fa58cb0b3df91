import { browserName } from "../../lib/browser-name";
import { dateTime, timestamp } from "../../lib/time-text";
import { ConsoleView } from "./console-view";
import { FlagState } from "./flag-state";
import { wordFor, type Figure, type Lesson, type Words } from "./lesson";
import { linkTo } from "./permalink";
import { limitsOf } from "./limits";
import { Program, type OutputEvent, type Runner } from "./program";
import { resultText } from "./result-text";
import { neverStarted, Session, type Result } from "./session";
import { sentence } from "./status";
import type { Cursor } from "./plan/view";
import type { Language, Strings } from "./strings";

/** What a lesson needs of the element that shows it. */
export interface LessonHost {
  strings(): Strings;
  language(): Language;
  changed(): void;
  emit(type: "ahiru-output" | "ahiru-done", detail: unknown): void;
  makeRunner(): Promise<Runner>;
}

/** A loaded lesson with what the reader chose and what its last run left. */
export class OpenLesson {
  readonly flags: FlagState;
  readonly console: ConsoleView;
  readonly session: Session;
  /** The step of the drawn searches that the reader looks at. */
  readonly cursor: Cursor = { at: null, told: false };
  private readonly program: Program;
  /** The command of the last run: fields may have changed since. */
  private lastCommand = "";

  constructor(
    readonly lesson: Lesson,
    address: URL,
    private readonly host: LessonHost,
  ) {
    const wasm = new URL(lesson.wasm.url, address);
    this.flags = new FlagState(lesson.usage, host.language());
    this.console = new ConsoleView(host.strings, host.changed);
    this.program = new Program(lesson.name, wasm, lesson.wasm.bytes, host.makeRunner);
    this.session = new Session(this.program, this, host.strings, limitsOf(location.search));
  }

  /** Whether a run has begun since the lesson was opened. */
  get begun(): boolean {
    return this.lastCommand !== "";
  }

  /** Fetches the program ahead of the first run. A failure is told when Run is pressed, not before. */
  prepare(): void {
    this.program.prepare().then(this.host.changed, () => {});
  }

  /** Whether threads share memory in this page; known once the program is prepared. */
  get shares(): boolean | undefined {
    return this.program.shares;
  }

  /** Runs the program; rejects with a sentence. */
  run(): Promise<Result> {
    return this.session.run(this.flags.arguments()).catch((problem: unknown) => {
      throw new Error(sentence(problem, this.host.strings()), { cause: problem });
    });
  }

  dispose(): void {
    this.session.stop();
    this.program.dispose();
  }

  /** The page's words for figures and flags. */
  words(): Words {
    return this.lesson.words[this.host.language()] ?? {};
  }

  began(): void {
    this.lastCommand = this.flags.command(this.lesson.name);
    this.console.clear();
    this.cursor.at = null;
    this.changed();
  }

  output(e: OutputEvent): void {
    this.console.write(e);
    this.host.emit("ahiru-output", { stream: e.stream, text: e.text, ms: e.ms });
  }

  done(result: Result): void {
    this.console.draw();
    this.host.emit("ahiru-done", result);
  }

  changed(): void {
    this.host.changed();
  }

  /** Where and when the last run's figures were measured. */
  evidence(): string {
    const when = dateTime(this.session.measuredAt ?? new Date(), this.host.language());
    return this.host.strings().measuredHere(browserName(navigator.userAgent), cores(), when);
  }

  /** The address of the lesson's page with these choices. */
  link(): string {
    return linkTo(this.lesson.name, this.host.language(), this.flags);
  }

  /** The last run as Markdown. */
  report(result: Result): string {
    return resultText({
      name: this.lesson.name,
      command: this.lastCommand,
      result,
      figures: this.session.figures.map((figure) => ({ figure, label: this.label(figure) })),
      when: timestamp(this.session.measuredAt ?? new Date()),
      browser: browserName(navigator.userAgent),
      cores: cores(),
      go: this.lesson.recorded?.go ?? "",
      link: this.link(),
    });
  }

  private label(figure: Figure): string {
    return wordFor(this.words().figures, figure.key) ?? figure.label;
  }
}

/** The result of a run that was stopped while its lesson still loaded, told as any other. */
export function stoppedEarly(host: LessonHost): Result {
  const { event, result } = neverStarted(host.strings());
  host.emit("ahiru-output", event);
  host.emit("ahiru-done", result);
  return result;
}

const cores = () => navigator.hardwareConcurrency;
