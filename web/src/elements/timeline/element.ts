import { LitElement, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Lines } from "./behind";
import { Board } from "./board";
import { together } from "./compare";
import type { Kept, RunFacts } from "./facts";
import { formatBytes } from "../../lib/bytes";
import { listen } from "./gestures";
import { hands } from "./hands";
import { linesAt } from "./lines";
import { Minimap } from "./minimap";
import { emptyModel, endOf, type Lane, type Model } from "./model";
import { Names } from "./names";
import { page } from "./page";
import { Player } from "./player";
import { fileName, saved, type Format } from "./save";
import { Sight, type Picked } from "./sight";
import { sieveOf, type Sieve } from "./sift";
import { languageOf, stringsOf, type Language, type Strings } from "./strings";
import { sheets } from "./sheets";
import { Sums, type AddUp } from "./totals";
import { Told } from "./told";
import { lengthText, type TimeWindow } from "./window";
import { sameWords, worded, type Words } from "./worded";

/** What whoever feeds the timeline says of itself. */
export type Condition = { kind: "idle" } | { kind: "loading" } | { kind: "failed"; reason: string };

/**
 * <ahiru-timeline>: what the goroutines of a run did, from its execution trace.
 * Whoever runs programs sets model and live, and asks tracing before a run.
 * The slot takes the controls of the program's clock.
 */
export class AhiruTimeline extends LitElement {
  static override styles = sheets;

  @property() override lang = "";
  /** The run as it is known by now. */
  @property({ attribute: false }) model: Model = emptyModel;
  /** The run goes on. */
  @property({ type: Boolean, reflect: true }) live = false;
  /** The run is held: without another moment, that of the pause is looked at. */
  @property({ type: Boolean }) paused = false;
  /** Whether the next run is to be traced. */
  @property({ type: Boolean, reflect: true }) tracing = false;
  @property({ attribute: false }) condition: Condition = { kind: "idle" };
  /** What tracing cost, in words; "" while that is not known. */
  @property({ attribute: false }) cost = "";
  /** The trace itself, as its program wrote it. */
  @property({ attribute: false }) bytes: Uint8Array<ArrayBuffer>[] = [];
  /** Adds up what is in view; null where nobody can. */
  @property({ attribute: false }) addUp: AddUp | null = null;
  /** What is known of the run besides its trace; null while it goes on. */
  @property({ attribute: false }) facts: RunFacts | null = null;
  /** What stands behind what is drawn; nothing where nobody knows. */
  @property({ attribute: false }) behind: () => Lines = () => [];
  /** The text of a line of the program; "" where it is not known. */
  @property({ attribute: false }) code: (line: number) => string = () => "";
  /** What the program calls its tasks and regions, in the reader's language. */
  @property({ attribute: false, hasChanged: (now: Words, old?: Words) => !sameWords(now, old) })
  words: Words = {};
  /** The name of the file that the trace came from; "" when it was recorded here. */
  @property({ attribute: false }) file = "";
  /** What it is called where several stand on a page; "" where none else does. */
  @property({ attribute: false }) called = "";

  @state() kept: Kept | null = null;
  @state() hovered: (Picked & { x: number; y: number; at: number | null }) | null = null;
  @state() told = false;
  /** The figure whose evidence the reader asked for; one at a time. */
  @state() asked: string | null = null;
  @state() format: Format = "trace";
  @query(".scroller") private scroller!: HTMLElement;
  @query(".minimap") private strip!: HTMLCanvasElement;
  readonly sight = new Sight(
    () => this.whole,
    () => this.requestUpdate(),
  );
  readonly sums = new Sums(() => this.requestUpdate());
  readonly player = new Player({
    at: () => this.sight.at ?? 0,
    end: () => this.sight.end,
    goTo: (at) => this.sight.goTo(at),
    step: () => this.sight.step(1),
    changed: () => this.requestUpdate(),
  });
  /** What is drawn: the run, or two of them. */
  whole: Model = emptyModel;
  names = new Names(emptyModel, stringsOf("en"));
  readonly board = new Board();
  private readonly minimap = new Minimap();
  private sieve: { key: string; whole: Model; sieve: Sieve } | null = null;
  private connection = new AbortController();

  /** The moment looked at, in milliseconds; null for none. */
  @property({ attribute: false })
  get at(): number | null {
    return this.sight.at;
  }

  set at(at: number | null) {
    this.sight.goTo(typeof at === "number" && Number.isFinite(at) ? at : null);
  }

  /** The run in a format; trace is what `go tool trace` reads. */
  async export(format: string): Promise<Blob> {
    const { model, bytes, board } = this;
    await this.updateComplete;
    return saved(format, { model, bytes, png: () => board.png() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection = new AbortController();
    if (this.hasUpdated) this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.connection.abort();
    this.player.stop();
    this.board.rest();
  }

  protected override firstUpdated(): void {
    this.listen();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.model ??= emptyModel;
    if ((["model", "kept", "words"] as const).some((each) => changed.has(each))) this.compose();
    if (changed.has("model") && this.model.lanes.length === 0) this.forget();
    this.name();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.draw();
    this.tellLines();
    if (!changed.has("model") || changed.get("model") === undefined) return;
    this.dispatchEvent(new Event("ahiru-timeline-update", { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    return page(this);
  }

  get language(): Language {
    const around = (this.parentElement ?? this).closest<HTMLElement>("[lang]")?.lang;
    return languageOf(this.lang || around || document.documentElement.lang);
  }

  get strings(): Strings {
    return stringsOf(this.language);
  }

  /** A length of time in words. */
  readonly length = (ms: number): string => lengthText(ms, this.language);

  /** The stretch of time in view. */
  get window(): TimeWindow {
    return this.sight.window;
  }

  /** The moment that is told in words: the one looked at, and during a pause that of the pause. */
  get moment(): number | null {
    if (this.sight.at !== null) return this.sight.at;
    return this.paused && this.whole.lanes.length > 0 ? endOf(this.whole) : null;
  }

  /** Whether two runs are in the picture. */
  get compares(): boolean {
    const { kept, model } = this;
    return kept !== null && model.lanes.length > 0 && kept.model !== model;
  }

  /** Lights a line's spans; the same line again puts them out. */
  readonly light = (line: number | null): void => {
    this.sight.line = line === this.sight.line ? null : line;
    this.requestUpdate();
    const detail = { line: this.sight.line };
    this.dispatchEvent(new CustomEvent("ahiru-timeline-line", { detail }));
  };

  /** Brings a lane before the reader. */
  readonly pick = (lane: Lane): void => {
    this.sight.pick(lane);
    this.board.reveal(lane.id);
  };

  /** What is seen of the run. */
  get sieved(): Sieve {
    const { sought, without, line, library } = this.sight;
    const key = [sought, [...without], line, library].join("\0");
    const { whole } = this;
    if (this.sieve?.key !== key || this.sieve.whole !== whole) {
      this.sieve = { key, whole, sieve: sieveOf(this.sight, Told.of(whole)) };
    }
    return this.sieve.sieve;
  }

  keep(): void {
    if (this.facts) this.kept = { facts: this.facts, model: this.model };
  }

  async save(): Promise<void> {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await this.export(this.format));
    link.download = fileName(this.format, this.model);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  switch(on: boolean): void {
    this.tracing = on;
    this.dispatchEvent(new Event("ahiru-timeline-tracing"));
  }

  private compose(): void {
    const { kept, model, words } = this;
    this.whole = worded(kept && this.compares ? together(kept.model, model) : model, words);
  }

  private name(): void {
    const { whole, strings } = this;
    if (this.named?.whole === whole && this.named.strings === strings) return;
    this.named = { whole, strings };
    this.names = new Names(whole, strings, [strings.firstRun, strings.secondRun]);
  }
  private named: { whole: Model; strings: Strings } | null = null;

  private forget(): void {
    this.player.stop();
    this.sight.forget();
    this.hovered = null;
    this.told = false;
    this.asked = null;
    this.sums.forget();
  }

  private draw(): void {
    const { whole: model, sight, hovered, strings, names } = this;
    const { window, selection, arrows } = sight;
    const at = this.moment;
    this.sums.ask(this.addUp, selection ?? window, `${endOf(model)} ${this.live}`);
    this.board.show({
      model,
      window,
      selection,
      arrows,
      at,
      picked: hovered ?? sight.picked,
      sieve: this.sieved,
      language: this.language,
      headOf: names.row,
      nameOf: names.short,
      bytes: (count) => formatBytes(count, this.language),
      tooMany: strings.tooManyArrows,
      silent: this.live && !this.paused ? strings.unknownYet : null,
      killed: strings.endedHere,
    });
    this.minimap.show({ model, window, at, keeps: this.sieved.keeps });
  }

  /** Tells which lines the goroutines are at, for the moment under the pointer or the one looked at. */
  private tellLines(): void {
    const at = this.hovered?.at ?? this.moment;
    const lines = at === null ? [] : linesAt(this.model, at);
    const key = JSON.stringify(lines);
    if (key === this.lines) return;
    this.lines = key;
    this.dispatchEvent(new CustomEvent("ahiru-timeline-moment", { detail: { lines } }));
  }
  private lines = "[]";

  private listen(): void {
    const { signal } = this.connection;
    this.board.attach(this.scroller, signal);
    listen(this.scroller, hands(this), signal);
    const look = (at: number) => {
      const { from, to } = this.sight.window;
      if (this.sight.whole) this.sight.goTo(at);
      else this.sight.look({ from: at - (to - from) / 2, to: at + (to - from) / 2 });
    };
    this.minimap.attach(this.strip, look, signal);
  }
}
