import type { Diagnostic } from "../../machine/toolchain/api";
import type { AhiruEditor } from "../editor/define";
import { formatBytes } from "../../lib/bytes";
import { filesOf } from "../../lib/txtar";
import { Ahead } from "./ahead";
import { Draft, localShelf } from "./draft";
import { EditedProgram, type BuildWatcher } from "./edited-program";
import { Formatter } from "./gofmt";
import type { Refusal } from "./launch";
import type { Lesson } from "./lesson";
import { dropProgramFromAddress } from "./permalink";
import type { SharedRunner } from "./shared-runner";
import { faultOf, placed, programOf, type Problem, type Sources } from "./source-files";
import type { Language } from "./strings";
import { dataIsDear } from "./wanted";
import type { Notice, WorkshopHost } from "./workshop-host";

/** The longest link that is made, in characters: longer ones are cut off in many places. */
const longestLink = 32_000;

/** How long formatting waits for the index of packages, in ms: without it the imports stay. */
const indexPatience = 10_000;

/** How long after the last key the text is kept, in ms. */
const pause = 300;

/** Where a reader writes a lesson's program anew: editor, draft, compiler and formatter. */
export class Workshop implements BuildWatcher {
  readonly draft: Draft;
  readonly program: EditedProgram;
  editor: AhiruEditor | null = null;
  problems: readonly Problem[] = [];
  notice: Notice | null = null;
  /** As typed: arguments that follow the flags, and what the program reads. */
  args = "";
  stdin = "";
  private readonly ahead: Ahead;
  private readonly formatter: Formatter | null;
  private opening: Promise<void> | undefined;
  private warned = false;
  /** A link's program comes in: nobody has typed it. */
  private following = false;
  /** The program came with a link and has not been run here. */
  unrun = false;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly lesson: Lesson,
    address: URL,
    machine: SharedRunner,
    private readonly host: WorkshopHost,
  ) {
    this.draft = new Draft(lesson.name, lesson.go.source, localShelf());
    this.program = new EditedProgram(machine, host.makeToolchain, this);
    this.ahead = new Ahead({
      build: (signal) => this.buildAhead(signal),
      composing: () => this.editor?.composing ?? false,
      show: (diagnostics) => this.diagnosed(diagnostics),
    });
    this.formatter = lesson.gotools ? new Formatter(new URL(lesson.gotools, address)) : null;
    if (this.draft.recall()) this.say({ text: host.words().kept });
    if (this.draft.edited || lesson.wasm === null) void this.open();
    if (lesson.wasm === null) void this.awaitToolchain();
  }

  get source(): string {
    return this.editor?.value ?? this.draft.text;
  }

  /** What a file of the program is called: one of several files is an archive. */
  get fileName(): string {
    const several = filesOf(this.source).length > 1;
    return several ? `${this.lesson.name}.txtar` : this.lesson.go.file;
  }

  /** Whether Run must compile: the source is not the prebuilt program's. */
  get mustBuild(): boolean {
    return this.lesson.wasm === null || this.source !== this.draft.original;
  }

  /** Where every program is built, says at once that the site's builder is still making the toolchain. */
  private async awaitToolchain(): Promise<void> {
    if (!(await this.host.toolchainIsHere())) await this.program.packages().catch(() => {});
  }

  /** Another text in place of this one, by the page's script: nothing of it is kept. */
  set source(text: string) {
    this.draft.text = text;
    this.draft.origin = "script";
    this.unrun = false;
    if (this.editor) this.editor.value = text;
    this.problems = [];
    this.mark();
    if (text !== this.draft.original) void this.open();
    this.host.changed();
  }

  /** The page's language is another. */
  speak(language: Language): void {
    if (this.editor && this.editor.lang !== language) this.editor.lang = language;
  }

  /** Brings the editor; its code comes when it is first wanted. */
  open(focus = false): Promise<void> {
    this.opening ??= this.load().catch(() => {
      this.opening = undefined;
      this.say({ text: this.host.words().editorFailed, bad: true });
    });
    return focus ? this.opening.then(() => this.editor?.focus()) : this.opening;
  }

  /** Fetches the editor's code ahead. */
  intend(): void {
    import("../editor/define").catch(() => {});
  }

  /** The text as another, to be undone in the editor as one change. */
  async put(text: string, notice: Notice | null = null): Promise<void> {
    await this.open();
    this.editor?.change(text);
    this.problems = [];
    this.mark();
    this.say(notice);
  }

  /** Back to the lesson's own text. */
  async restore(): Promise<void> {
    await this.put(this.draft.original);
    this.keep();
  }

  /** The program of a link, which nobody here has run. */
  async follow(text: string, link: string): Promise<void> {
    this.flush();
    this.draft.follow(text, link);
    const { words } = this.host;
    const leave = () => {
      this.flush();
      this.draft.leaveLink();
      this.unrun = false;
      dropProgramFromAddress();
      void this.put(this.draft.text);
    };
    await this.open();
    this.following = this.unrun = true;
    await this.put(this.draft.text, {
      text: words().fromLink,
      action: { label: words().leaveLink, do: leave },
    });
    this.following = false;
  }

  /** gofmt and goimports; where Go cannot be read, it says where. */
  async format(): Promise<void> {
    if (!this.formatter || !this.editor) return;
    const words = this.host.words();
    const before = this.source;
    this.say({ text: words.formatting });
    const late = AbortSignal.timeout(indexPatience);
    const index = await this.program.packages(late).catch(() => null);
    try {
      const tidied = await this.formatter.tidy(before, index);
      if (this.source !== before) return this.say(null); // typed on: what came is of yesterday
      this.editor.change(tidied.text);
      this.problems = tidied.problems;
      this.mark();
      const done = words.formatted(tidied.added, tidied.removed);
      const text = index ? done : `${done} ${words.importsLeft}`;
      this.say(tidied.problems.length > 0 ? { text: words.notFormatted, bad: true } : { text });
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      this.say({ text: words.formatFailed(reason), bad: true });
    }
  }

  /** The link if it is short enough to travel; otherwise null, and the notice says what to do instead. */
  asLink(link: string): string | null {
    if (link.length <= longestLink) return link;
    const size = formatBytes(link.length, this.host.language());
    this.say({ text: this.host.words().programTooLong(size), bad: true });
    return null;
  }

  sources(): Sources | Refusal {
    const { source } = this;
    const { file } = this.lesson.go;
    const found = faultOf(source, file);
    if (!found) return programOf(source, file);
    const size = (units: number) => formatBytes(units, this.host.language());
    const message = this.host.words().fault(found.fault, size);
    this.tell([{ line: found.line, column: 1, message }]);
    return { ok: false, stderr: `${message}\n`, count: 1 };
  }

  original(): Sources {
    return programOf(this.draft.original, this.lesson.go.file);
  }

  diagnosed(diagnostics: readonly Diagnostic[]): void {
    this.tell(placed(this.source, this.lesson.go.file, diagnostics));
  }

  changed(): void {
    if (this.program.state.kind === "ready") this.ahead.again();
    this.host.changed();
  }

  /** The program has ended: what was written meanwhile can be built. */
  rested(): void {
    this.ahead.again();
  }

  say(notice: Notice | null): void {
    this.notice = notice;
    this.host.changed();
  }

  dispose(): void {
    this.flush();
    this.ahead.stop();
    this.program.dispose();
    this.formatter?.dispose();
  }

  private async load(): Promise<void> {
    await import("../editor/define");
    const editor = document.createElement("ahiru-editor");
    editor.lang = this.host.language();
    editor.value = this.draft.text;
    editor.keys = {
      run: () => this.host.run(),
      format: () => void this.format(),
      stop: () => this.host.stop(),
    };
    editor.addEventListener("ahiru-edit", () => this.typed());
    editor.addEventListener("ahiru-line", (e) =>
      this.host.pressLine((e as CustomEvent<{ line: number }>).detail.line),
    );
    this.editor = editor;
    this.mark();
    this.host.changed();
  }

  private typed(): void {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), pause);
    if (this.draft.origin === "script") this.draft.origin = "lesson";
    if (this.following) this.ahead.stop();
    else if (!dataIsDear()) {
      void this.program.prefetch();
      this.ahead.typed();
    }
    this.host.changed();
  }

  /** What the reader has written so far, for as long as they pause; nothing is said of what is no program. */
  private async buildAhead(signal: AbortSignal): Promise<readonly Diagnostic[] | null> {
    const { source } = this;
    const { file } = this.lesson.go;
    if (!this.mustBuild) return [];
    if (faultOf(source, file)) return null;
    return this.program.ahead(programOf(source, file), signal);
  }

  /** Keeps at once what still waits for its pause. */
  flush(): void {
    if (this.keeping !== undefined) this.keep();
  }

  private keep(): void {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    if (this.draft.type(this.source) || this.warned) return;
    this.warned = true;
    this.say({ text: this.host.words().notKept });
  }

  private tell(problems: readonly Problem[]): void {
    this.problems = problems;
    this.mark();
    this.host.changed();
  }

  private mark(): void {
    if (this.editor) this.editor.problems = this.problems;
  }
}
