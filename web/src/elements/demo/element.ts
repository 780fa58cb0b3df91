import { html, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { followAddress } from "./address";
import { Copier } from "./copier";
import { adoptEarly, fromQuery } from "./early";
import { editWordsOf } from "./edit-words";
import { listenForKeys, type KeyTargets } from "./keys";
import { Layout } from "./layout";
import { LessonElement } from "./lesson-element";
import { lessonView, type View } from "./lesson-view";
import { loadLesson } from "./loader";
import { makeRunner, makeToolchain, toolchainIsHere } from "./machine";
import { OpenLesson, stoppedEarly, type LessonHost } from "./open-lesson";
import { keepInAddress, lessonAddress, timeInAddress } from "./permalink";
import { RunningClock } from "./running-clock";
import { PictureCopier } from "./picture/copier";
import { lookOf } from "./picture/paint";
import type { Result, Session } from "./session";
import { loadingStatus, sentence, statusOf, type Status } from "./status";
import { languageOf, stringsOf, type Language, type Strings } from "./strings";
import { sheets } from "./sheets";
import { takenView } from "./taken-view";
import { timeWordsOf, type TimeWords } from "./time-words";
import { toolbar } from "./toolbar";
import { freeTurn, takeTurn } from "./turns";
import { Waiting } from "./waiting";
import { whenWanted } from "./wanted";

/**
 * <ahiru-demo name="threads">: a lesson, which runs here when Run is pressed.
 *
 * Until the lesson is loaded, and when it cannot be, what stands between the
 * tags (the program and its recorded output) stays on the page.
 */
export class AhiruDemo extends LessonElement {
  static override styles = sheets;

  @state() private problem: unknown = null;
  private loaded = new Promise<void>(() => {});
  private readonly waiting = new Waiting();
  private attempt = new AbortController();
  private connection = new AbortController();
  private readonly stopwatch = new RunningClock(() => this.status().clock ?? "");
  private readonly layout = new Layout(this);
  private readonly copier = new Copier(this, () => this.strings);
  private readonly pictures = new PictureCopier(this, () => this.strings);

  constructor() {
    super();
    adoptEarly(this, ["params", "source"]);
  }

  /** Settles when the lesson can be run; rejects with a sentence when it cannot be loaded. */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.loaded);
  }

  /** Runs the program with the values as they stand; rejects while it runs. */
  async run(): Promise<Result> {
    if (this.waiting.on) throw new Error(this.strings.alreadyRunning);
    if (!this.open && !(await this.waiting.until(this.ready))) return stoppedEarly(this.host());
    if (!this.open) throw new Error(this.strings.loadingLesson);
    return this.open.run();
  }

  /** Ends the run; nothing when idle. */
  stop(): void {
    this.waiting.cancel();
    this.open?.session.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection = new AbortController();
    const { signal } = this.connection;
    const until = (end: () => void) => signal.addEventListener("abort", end);
    until(listenForKeys(this, this.keys()));
    until(whenWanted(this, () => void this.ready.then(() => this.open?.prepare()).catch(() => {})));
    window.addEventListener("hashchange", () => void this.followAddress(), { signal });
    window.addEventListener("pagehide", () => this.open?.workshop.flush(), { signal });
    if (this.hasUpdated) this.requestUpdate("name");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.connection.abort();
    this.close();
    this.loaded = Promise.reject(new Error(this.strings.takenAway));
    this.loaded.catch(() => {});
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("name") || changed.has("src")) {
      this.loaded = this.load();
      this.loaded.catch(() => {}); // who asks for ready is told; the page says it anyway
    } else if (changed.has("paramsText")) {
      this.open?.flags.replace(fromQuery(this.paramsText));
    }
    this.open?.speak(this.language);
  }

  protected override render(): TemplateResult {
    const busy = this.open?.session.busy ?? false;
    return html`<div class="demo" lang=${this.language}>
      ${toolbar({
        strings: this.strings,
        status: this.status(),
        clock: this.stopwatch.drawn(),
        canRun: this.open?.canRun ?? false,
        canStop: busy,
        time: {
          words: this.timeWords(),
          paused: this.open?.session.state.kind === "paused",
          remark: this.hands.remark,
          toggle: () => busy && this.hands.toggle(),
        },
        took: this.open && takenView(this.open, this.language),
        run: () => this.press(),
        stop: () => this.stop(),
        retry: () => this.retry(),
        intend: () => this.open?.prepare(),
      })}
      ${this.open ? lessonView(this.open, this.view()) : html`<slot></slot>`}
    </div>`;
  }

  protected currentSession(): Session | undefined {
    return this.open?.session;
  }

  protected timeWords(): TimeWords {
    return timeWordsOf(this.language);
  }

  private get language(): Language {
    const around = this.closest<HTMLElement>("[lang]:not([lang=''])");
    return languageOf(this.lang || around?.lang || "en");
  }

  private get strings(): Strings {
    return stringsOf(this.language);
  }

  private status(): Status {
    const { open, problem, strings, language } = this;
    if (!open) return loadingStatus(problem, strings, language);
    return open.workshop.unrun && !open.session.busy
      ? { text: editWordsOf(language).fromLink, tone: "quiet" }
      : statusOf(open.session.state, strings, language);
  }

  /** Loads the lesson that the attributes name, in place of the one that is open. */
  private async load(): Promise<void> {
    this.close();
    const { signal } = (this.attempt = new AbortController());
    try {
      const address = this.src ? new URL(this.src, document.baseURI) : lessonAddress(this.name);
      const lesson = await loadLesson(address, signal);
      this.open = new OpenLesson(lesson, address, this.host());
      await this.fillIn(this.open);
      await this.updateComplete;
    } catch (problem) {
      if (signal.aborted) return this.ready; // of what came after this attempt
      this.problem = problem;
      throw new Error(sentence(problem, this.strings, this.language));
    }
  }

  /** Ends what runs and what loads. */
  private close(): void {
    this.attempt.abort();
    this.open?.dispose();
    this.open = null;
    this.problem = null;
    this.tick();
  }

  /** Values and source by who is nearer to the reader: the link, then scripts, then the attribute. */
  private async fillIn(open: OpenLesson): Promise<void> {
    open.flags.replace(this.early ?? fromQuery(this.paramsText));
    if (this.earlySource !== null) open.workshop.source = this.earlySource;
    this.earlySource = null;
    await this.followAddress();
  }

  private async followAddress(): Promise<void> {
    if (!this.permalink || !this.open) return;
    const came = await followAddress(this.open, () => editWordsOf(this.language));
    if (came === null) return this.requestUpdate();
    const fault = timeInAddress(this.hands.choice) ?? "";
    const told = came && !this.embedded ? this.strings.fromLink : "";
    if (told || fault) this.notice = `${told} ${fault}`.trim();
    this.requestUpdate();
  }

  private host(): LessonHost {
    return {
      strings: () => this.strings,
      language: () => this.language,
      changed: () => this.tick(),
      emit: (type, detail) =>
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })),
      makeRunner: () => makeRunner(this.renderRoot),
      makeToolchain,
      toolchainIsHere,
      press: () => this.press(),
      pressLine: (line) => void this.pressLine(line),
      time: this.hands.choice,
      tracing: () => this.timeline?.tracing ?? false,
      turn: (waits, signal) =>
        this.embedded && !this.together ? takeTurn(waits, signal, this.siblings) : freeTurn(),
    };
  }

  private view(): View {
    return {
      strings: this.strings,
      language: this.language,
      layout: this.layout,
      notice: this.notice,
      copier: this.copier,
      pictures: this.pictures,
      look: () => lookOf(this.renderRoot.querySelector(".demo") ?? this.renderRoot),
      hands: this.hands,
      chose: () => this.chose(),
      pressLine: (line) => this.pressLine(line),
      reset: () => {
        this.open?.flags.replace({});
        this.hands.choice.adopt({});
        this.chose();
      },
    };
  }

  /** Lights what was done at a line of the source. */
  private pressLine(line: number): boolean {
    const { timeline } = this;
    const there = this.open?.lines.lineAt(line) ?? null;
    if (!timeline || there === null || timeline.model.lanes.length === 0) return false;
    timeline.light(there);
    return true;
  }

  private chose(): void {
    this.notice = "";
    if (this.permalink && this.open) keepInAddress(this.open.flags, this.hands.choice);
    this.requestUpdate();
  }

  private keys(): KeyTargets {
    return {
      run: () => this.press(),
      stop: () => this.stop(),
      busy: () => this.open?.session.busy ?? false,
    };
  }

  /** Runs as the reader asked, and brings the output before them. Failures stand in the toolbar. */
  private press(): void {
    if (!this.open?.canRun) return;
    this.open.pressed().catch(() => {});
    this.renderRoot.querySelector(".output")?.scrollIntoView({ block: "nearest" });
  }

  private retry(): void {
    if (this.open) this.press();
    else this.requestUpdate("name");
  }

  /** Draws the new state, and from then on the clock of a run that goes on. */
  private tick(): void {
    const running = this.open?.session.state.kind === "running";
    this.stopwatch.run(running);
    if (!running) this.hands.remark = "";
    this.requestUpdate();
  }
}
