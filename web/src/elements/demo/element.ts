import { html, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Values } from "../../lib/flag-values";
import type { AhiruTimeline } from "../timeline/element";
import { followAddress } from "./address";
import { Copier } from "./copier";
import { editWordsOf } from "./edit-words";
import { listenForKeys, type KeyTargets } from "./keys";
import { Layout } from "./layout";
import { lessonView, type View } from "./lesson-view";
import { loadLesson } from "./loader";
import { makeRunner, makeToolchain, toolchainIsHere } from "./machine";
import { OpenLesson, stoppedEarly, type LessonHost } from "./open-lesson";
import { keepInAddress, lessonAddress, timeInAddress } from "./permalink";
import { RunningClock } from "./running-clock";
import { PictureCopier } from "./picture/copier";
import { lookOf } from "./picture/paint";
import type { Result, Session } from "./session";
import type { Problem } from "./source-files";
import { sentence, statusOf, type Status } from "./status";
import { languageOf, stringsOf, type Language, type Strings } from "./strings";
import { sheets } from "./sheets";
import { TimedElement } from "./timed-element";
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
export class AhiruDemo extends TimedElement {
  static override styles = sheets;

  /** The lesson's name, as in demos/<name>/. */
  @property() name = "";
  /** The address of a lesson.json, in place of the site's own for the name. */
  @property() src = "";
  /** en, ja or ko; without it the language of the page around. */
  @property() override lang = "";
  /** light, dark or auto; read by the style sheet. */
  @property({ reflect: true, useDefault: true }) theme = "auto";
  /** The page's address carries the flags' values: for a lesson's own page. */
  @property({ type: Boolean }) permalink = false;
  /** It stands in somebody else's page, which gave it its values, and waits for others there to end their runs. */
  @property({ type: Boolean }) embedded = false;
  /** Embedded, it waits for nobody. */
  together = false;
  /** The params attribute: a query string of flag values. */
  @property({ attribute: "params" }) paramsText = "";

  @state() private open: OpenLesson | null = null;
  @state() private problem: unknown = null;
  @state() private notice = "";

  /** Values that were set before the flags were known. */
  private early: Values | null = null;
  private earlySource: string | null = null;
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
    this.adopt();
  }

  /** Settles when the lesson can be run; rejects with a sentence when it cannot be loaded. */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.loaded);
  }

  /** The Go program as it stands in the editor, "" until ready; a text with several files is a txtar archive. */
  get source(): string {
    return this.open?.workshop.source ?? this.earlySource ?? "";
  }

  set source(text: string) {
    if (this.open) this.open.workshop.source = String(text);
    else this.earlySource = String(text);
  }

  /** What the compiler said of the source when it was last run: lines of source, columns in bytes, from 1. */
  get diagnostics(): Problem[] {
    return this.open?.workshop.problems.map((problem) => ({ ...problem })) ?? [];
  }

  /** The flags' values by name. Setting them replaces all: a flag that is left out gets its default. */
  get params(): Values {
    return this.open?.params() ?? { ...this.early };
  }

  set params(values: Values) {
    this.early = { ...values };
    this.open?.flags.replace(this.early);
    this.notice = "";
    this.requestUpdate();
  }

  /** What the goroutines of the last traced run did; null until ready. */
  get timeline(): AhiruTimeline | null {
    return this.renderRoot.querySelector("ahiru-timeline");
  }

  /** Whether the program in the editor is not the lesson's own. */
  get edited(): boolean {
    return this.open?.workshop.mustBuild ?? false;
  }

  /** The address of the lesson's page with all that was chosen and written; null until ready, and when it is too long. */
  get link(): Promise<string | null> {
    return this.open?.shareLink() ?? Promise.resolve(null);
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
        canRun: this.open !== null && !busy,
        canStop: busy,
        time: {
          words: this.timeWords(),
          paused: this.open?.session.state.kind === "paused",
          remark: this.hands.remark,
          toggle: () => busy && this.hands.toggle(),
        },
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
    const { open, problem, strings } = this;
    if (open) return statusOf(open.session.state, strings, this.language);
    if (problem === null) return { text: strings.loadingLesson, tone: "busy" };
    const text = `${sentence(problem, strings, this.language)} ${strings.fallbackStays}`;
    return { text, tone: "bad", retry: true };
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
      time: this.hands.choice,
      tracing: () => this.timeline?.tracing ?? false,
      turn: (waits, signal) =>
        this.embedded && !this.together ? takeTurn(waits, signal) : freeTurn(),
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
      reset: () => {
        this.open?.flags.replace({});
        this.hands.choice.adopt({});
        this.chose();
      },
    };
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
    if (!this.open || this.open.session.busy) return;
    this.open.run().catch(() => {});
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

  /** What a script set before the element was defined. */
  private adopt(): void {
    const { params, source } = this;
    for (const [name, value] of Object.entries({ params, source })) {
      if (!Object.hasOwn(this, name)) continue;
      delete (this as Record<string, unknown>)[name];
      Object.assign(this, { [name]: value });
    }
  }
}

const fromQuery = (text: string): Values => Object.fromEntries(new URLSearchParams(text));
