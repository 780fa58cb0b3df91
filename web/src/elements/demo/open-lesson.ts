import type { ToolchainApi } from "../../machine/toolchain/api";
import { shellWord, type Values } from "../../lib/flag-values";
import { shellWords } from "../../lib/shell-words";
import { visibleText } from "../../lib/visible-text";
import type { Lines } from "../timeline/behind";
import { Account } from "./account";
import { ConsoleView } from "./console-view";
import { Editables } from "./editable/view";
import { FlagState } from "./flag-state";
import type { Lesson } from "./lesson";
import { editWordsOf } from "./edit-words";
import type { Loaded } from "./launch";
import { engineAt } from "./machine";
import { Measures } from "./measures";
import { behindFile } from "./evidence-view";
import { LineLink } from "./line-link";
import { Links } from "./links";
import { limitsOf } from "./limits";
import { Program } from "./program";
import { ProgramFlags } from "./program-flags";
import type { OutputEvent, RunInput, Runner } from "./runner";
import { neverStarted, Session, type Input, type Result } from "./session";
import { SharedRunner } from "./shared-runner";
import { programOf } from "./source-files";
import { sentence } from "./status";
import type { Cursor } from "./plan/view";
import { Tracing, type Traced } from "./tracing";
import type { Language, Strings } from "./strings";
import type { TimeChoice } from "./time-choice";
import { Workshop } from "./workshop";

/** What a lesson needs of the element that shows it. */
export interface LessonHost {
  strings(): Strings;
  language(): Language;
  changed(): void;
  emit(type: "ahiru-output" | "ahiru-done", detail: unknown): void;
  makeRunner(): Promise<Runner>;
  makeToolchain(runner: Runner): Promise<ToolchainApi>;
  toolchainIsHere(): Promise<boolean>;
  /** Runs as a reader asks, who then looks at the output. */
  press(): void;
  /** A press beside a line of the source. */
  pressLine(line: number): void;
  /** What the next run is to go by. */
  time: TimeChoice;
  /** Whether the reader wants the next run to be traced. */
  tracing(): boolean;
  /** Waits for this lesson's turn to run, where it is one of several. */
  turn(waits: () => void, signal: AbortSignal): Promise<() => void>;
}

/** A loaded lesson with what the reader chose and wrote, and what its last run left. */
export class OpenLesson {
  readonly flags: FlagState;
  readonly console: ConsoleView;
  readonly session: Session;
  /** The step of the drawn searches that the reader looks at. */
  readonly cursor: Cursor = { at: null, told: false };
  readonly workshop: Workshop;
  /** The files of a running program that the reader may edit. */
  readonly editables = new Editables();
  /** Whether a run has begun since the lesson was opened. */
  begun = false;
  private readonly machine: SharedRunner;
  readonly links: Links;
  /** Null where there is no lesson: every program is built in the page. */
  private readonly program: Program | null;
  private readonly programFlags: ProgramFlags;
  /** The traces of its runs; null where the site has no reader for them. */
  readonly tracing: Tracing | null;
  /** What its runs measured, and what is known of that. */
  readonly measures: Measures;
  /** The timeline's lines beside the source. */
  readonly lines: LineLink;
  /** What is told of its last run. */
  readonly account: Account;

  constructor(
    readonly lesson: Lesson,
    address: URL,
    private readonly host: LessonHost,
  ) {
    const { name, wasm, usage } = lesson;
    this.flags = new FlagState(usage, host.language());
    this.programFlags = new ProgramFlags(usage, this.flags);
    this.console = new ConsoleView(host.strings, host.changed);
    this.machine = new SharedRunner(host.makeRunner);
    this.program = wasm && new Program(name, new URL(wasm.url, address), wasm.bytes, this.machine);
    this.session = new Session(this, host.strings, limitsOf(location.search), host.time);
    this.workshop = new Workshop(lesson, address, this.machine, {
      words: () => editWordsOf(host.language()),
      language: host.language,
      changed: host.changed,
      makeToolchain: host.makeToolchain,
      toolchainIsHere: host.toolchainIsHere,
      run: host.press,
      pressLine: host.pressLine,
      stop: () => this.session.busy && (this.session.stop(), true),
    });
    this.lines = new LineLink({
      text: () => this.workshop.source,
      file: lesson.go.file,
      ran: () => this.measures.last.source,
      language: host.language,
      show: (marks) => (this.workshop.editor?.mark(marks), host.changed()),
    });
    this.links = new Links(lesson, this.workshop, this.flags, host);
    this.measures = new Measures({
      session: this.session,
      run: () => this.run(),
      language: host.language,
      label: (figure) => this.account.label(figure),
      go: () => this.account.goRelease,
      changed: host.changed,
    });
    this.account = new Account(this, host);
    this.tracing = lesson.timeline
      ? new Tracing(engineAt(new URL(lesson.timeline, address)), host.language, host.changed)
      : null;
  }

  /** The page's language is another. */
  speak(language: Language): void {
    this.flags.speak(language);
    this.workshop.speak(language);
  }

  /** Fetches the program ahead of the first run. A failure is told when Run is pressed, not before. */
  prepare(): void {
    if (this.workshop.mustBuild || this.lesson.page) return; // of many on a page few are run
    this.program?.prepare().then(this.host.changed, () => {});
  }

  /** Whether threads share memory in this page; known once the program is prepared. */
  get shares(): boolean | undefined {
    return this.machine.shares;
  }

  /** Whether the controls are those of the source as it stands. */
  get flagsKnown(): boolean {
    return !this.workshop.mustBuild || this.programFlags.asked;
  }

  /** Every flag with its value; those of a program that is yet to be built as they were asked for. */
  params(): Values {
    return { ...(this.flagsKnown ? {} : this.flags.pending()), ...this.flags.values() };
  }

  /** Runs the program, which is built first when its source is not the lesson's; rejects with a sentence. */
  run(): Promise<Result> {
    const { workshop, program } = this;
    const edited = program === null || workshop.mustBuild;
    workshop.unrun = false;
    const input: Input = (loaded, signal) => this.input(edited ? loaded : null, signal);
    return this.session
      .run(edited ? workshop.program : program, input)
      .catch((problem: unknown) => {
        if (!this.session.busy) this.tracing?.giveUp();
        throw new Error(sentence(problem, this.host.strings(), this.host.language()), {
          cause: problem,
        });
      });
  }

  /** Runs as a reader asks: after a traced run that was short the same is measured without a trace. */
  async pressed(): Promise<void> {
    await this.measures.letGo();
    const result = await this.run();
    if (!this.tracedRun) return;
    await this.tracing?.read; // to read and to draw would be measured too
    await this.measures.complete(result);
  }

  /** Whether a press of Run begins a run. */
  get canRun(): boolean {
    return !this.session.busy || this.measures.measuring?.byItself === true;
  }

  /** What stands behind what the timeline draws. */
  readonly behind = (): Lines => {
    const file = this.tracing?.file;
    return file ? behindFile(visibleText(file), this.host.language()) : this.measures.behindTrace();
  };

  dispose(): void {
    this.session.stop();
    this.program?.dispose();
    this.workshop.dispose();
    this.machine.dispose();
    this.tracing?.dispose();
  }

  /** What the program is given; built is one that the controls may not know yet. */
  private async input(built: Loaded | null, signal: AbortSignal): Promise<RunInput> {
    const { source, args, stdin } = this.workshop;
    const sources = built && programOf(source, this.lesson.go.file);
    const extra = shellWords(args);
    const rest = { stdin: new TextEncoder().encode(stdin), files: sources?.data ?? {} };
    await this.programFlags.adopt(built, sources?.test ? "" : source, signal);
    this.measures.began({
      command: [this.command(), ...extra.map(shellWord)].join(" "),
      ...{ source, stdin },
      time: { clock: this.host.time.clock, seed: this.host.time.seed },
    });
    if (!sources?.test) return { args: [...this.flags.arguments(), ...extra], ...rest };
    const bench = sources.benchmarks ? ["-test.bench=."] : [];
    return { args: ["-test.v", ...bench, ...extra], ...rest };
  }

  /** The run as a command; what was edited stands in a file of its own. */
  command(): string {
    const { lesson, workshop } = this;
    if (!workshop.mustBuild)
      return this.flags.command(lesson.folder ?? `./wasm/demos/${lesson.name}`);
    const { test } = programOf(workshop.source, lesson.go.file);
    return test ? "go test -v -bench=. ." : this.flags.command(".");
  }

  began(): void {
    this.begun = true;
    if (!this.measures.measuring) this.tracing?.forget();
    this.console.clear();
    this.cursor.at = null;
    this.changed();
  }

  output(e: OutputEvent): void {
    this.console.write(e);
    this.host.emit("ahiru-output", { stream: e.stream, text: e.text, ms: e.ms });
  }

  traced(): Traced | null {
    if (this.measures.measuring) return null; // what is drawn stays
    return this.tracing?.begin(this.host.tracing()) ?? null;
  }

  turn(waits: () => void, signal: AbortSignal): Promise<() => void> {
    return this.host.turn(waits, signal);
  }

  done(result: Result): void {
    const { measures, tracing } = this;
    measures.ended(result, !measures.measuring && (tracing?.on ?? false));
    const { command } = measures.last;
    if (measures.measuring) tracing?.measured(command, result.wallMs);
    else tracing?.end(command, result.wallMs);
    this.console.draw();
    this.workshop.rested();
    this.host.emit("ahiru-done", result);
  }

  changed(): void {
    this.host.changed();
  }

  /** Whether the figures that stand there are of a traced run. */
  get tracedRun(): boolean {
    return !this.measures.measuring && (this.tracing?.on ?? false);
  }
}

/** The result of a run that was stopped while its lesson still loaded, told as any other. */
export function stoppedEarly(host: LessonHost): Result {
  const { event, result } = neverStarted(host.strings());
  host.emit("ahiru-output", event);
  host.emit("ahiru-done", result);
  return result;
}
