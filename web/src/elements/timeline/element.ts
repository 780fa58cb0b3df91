import {
  LitElement,
  html,
  nothing,
  unsafeCSS,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { property, query, state } from "lit/decorators.js";
import { Board } from "./board";
import { details, type Picked } from "./details";
import { listen } from "./gestures";
import { leftView } from "./left";
import { emptyModel, endOf, nextMoment, states, type Model } from "./model";
import { fileNames, formats, saved, type Format } from "./save";
import { languageOf, stringsOf, type Language, type Strings } from "./strings";
import style from "./style.css";
import { transcript } from "./transcript";
import { Sums, totalsView, type AddUp } from "./totals";
import { panned, within, zoomed, type TimeWindow } from "./window";

/** What whoever feeds the timeline says of itself. */
export type Condition = { kind: "idle" } | { kind: "loading" } | { kind: "failed"; reason: string };

/** More events than this are not told in words. */
const longestTranscript = 500;

/**
 * <ahiru-timeline>: what the goroutines of a run did, from its execution trace.
 * Whoever runs programs sets model and live, and asks tracing before a run.
 */
export class AhiruTimeline extends LitElement {
  static override styles = unsafeCSS(style);

  @property() override lang = "";
  /** The run as it is known by now. */
  @property({ attribute: false }) model: Model = emptyModel;
  /** The run goes on. */
  @property({ type: Boolean, reflect: true }) live = false;
  /** The moment looked at, in milliseconds; null for none. */
  @property({ attribute: false }) at: number | null = null;
  /** Whether the next run is to be traced. */
  @property({ type: Boolean, reflect: true }) tracing = false;
  @property({ attribute: false }) condition: Condition = { kind: "idle" };
  /** What tracing cost, in words; "" while that is not known. */
  @property({ attribute: false }) cost = "";
  /** The trace itself, as its program wrote it. */
  @property({ attribute: false }) bytes: Uint8Array<ArrayBuffer>[] = [];

  /** Adds up what is in view; null where nobody can. */
  @property({ attribute: false }) addUp: AddUp | null = null;

  @state() private picked: Picked | null = null;
  @state() private hovered: Picked | null = null;
  @state() private sought = "";
  @state() private told = false;
  @state() private format: Format = "trace";
  @query(".scroller") private scroller!: HTMLElement;
  private readonly board = new Board(this);
  private readonly sums = new Sums(() => this.requestUpdate());
  private wanted: TimeWindow | null = null;
  private connection = new AbortController();

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
    this.board.rest();
  }

  protected override firstUpdated(): void {
    this.listen();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("model")) return;
    this.model ??= emptyModel;
    if (this.model.lanes.length === 0) this.forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.sums.ask(this.addUp, this.window, `${endOf(this.model)} ${this.live}`);
    this.board.show({ at: this.at, picked: this.hovered ?? this.picked, sought: this.sought });
    if (!changed.has("model") || changed.get("model") === undefined) return;
    this.dispatchEvent(new Event("ahiru-timeline-update", { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    const s = this.strings;
    const some = this.model.lanes.length > 0;
    const trace = (e: Event) => this.switch((e.currentTarget as HTMLInputElement).checked);
    return html`<section aria-label=${s.timeline} lang=${this.language}>
      <div class="head">
        <p class="title">${s.timeline}</p>
        <label><input type="checkbox" .checked=${this.tracing} @change=${trace} />${s.trace}</label>
        ${some ? this.tools(s) : nothing}
      </div>
      ${this.said(s)}
      <div ?hidden=${!some}>
        <div
          class="scroller"
          tabindex="0"
          role="img"
          aria-label=${s.picture(this.model.lanes.length, this.length(endOf(this.model)))}
          aria-description=${s.keys}
          @scroll=${() => this.board.paint()}
        >
          <canvas></canvas>
          <div class="rest"></div>
        </div>
        ${some ? this.below(s) : nothing}
      </div>
      <div class="inks" aria-hidden="true">${inks}</div>
    </section>`;
  }

  private said(s: Strings): TemplateResult {
    const { condition, model } = this;
    if (condition.kind === "loading") return html`<p class="said" role="status">${s.loading}</p>`;
    if (condition.kind === "failed") {
      return html`<p class="said bad" role="status">${s.failed(condition.reason)}</p>`;
    }
    if (model.lanes.length === 0) {
      if (this.live) return html`<p class="said" role="status">${s.live} ${s.noYield}</p>`;
      return html`<p class="said">${this.tracing ? s.waiting : s.off}</p>`;
    }
    const told = [
      this.live ? `${s.live} ${s.noYield}` : s.whole(model.lanes.length, this.length(endOf(model))),
      model.hidden > 0 ? s.hidden(model.hidden) : "",
      model.missing ? s.missing(model.missing) : "",
      ...(this.live ? [] : (model.faults ?? []).map((f) => s.fault(f.worker, f.reason))),
      this.live ? "" : this.cost,
    ];
    return html`<p class="said">${told.filter(Boolean).join(" ")}</p>`;
  }

  private tools(s: Strings): TemplateResult {
    const seek = (e: Event) => (this.sought = (e.currentTarget as HTMLInputElement).value);
    const choose = (e: Event) =>
      (this.format = (e.currentTarget as HTMLSelectElement).value as Format);
    const tool = (label: string, sign: string, act: () => void) =>
      html`<button aria-label=${label} title=${label} @click=${act}>${sign}</button>`;
    return html`<div class="tools">
      <input
        type="search"
        size="9"
        placeholder=${s.search}
        aria-label=${s.search}
        .value=${this.sought}
        @input=${seek}
      />
      ${tool(s.previous, "◀", () => this.step(-1))} ${tool(s.next, "▶", () => this.step(1))}
      ${tool(s.farther, "−", () => this.zoom(0.5, 2))}
      ${tool(s.nearer, "+", () => this.zoom(0.5, 0.5))}
      <button @click=${() => this.fit()}>${s.fit}</button>
      <select aria-label=${s.download} @change=${choose}>
        ${formats.map((f) => html`<option value=${f} ?selected=${f === this.format}>${f}</option>`)}
      </select>
      <button @click=${() => void this.save()}>${s.download}</button>
    </div>`;
  }

  private below(s: Strings): TemplateResult {
    const length = (ms: number) => this.length(ms);
    const seen = states.filter((state) => state !== "done");
    const open = (e: Event) => (this.told = (e.currentTarget as HTMLDetailsElement).open);
    return html`<ul class="legend">
        ${seen.map((state) => html`<li class=${state}><i></i>${s.states[state]}</li>`)}
      </ul>
      ${this.live ? nothing : leftView(this.model, s)}
      ${details(this.model, this.hovered ?? this.picked, this.at, s, length)}
      <p class="keys">${s.keys}</p>
      ${this.addUp ? this.sumsView(s, length) : nothing}
      <details @toggle=${open}>
        <summary>${s.transcript}</summary>
        ${this.told ? this.words(transcript(this.model, s, length), s) : nothing}
      </details>`;
  }

  private sumsView(s: Strings, length: (ms: number) => string): TemplateResult {
    const open = (e: Event) => this.sums.open((e.currentTarget as HTMLDetailsElement).open);
    const { totals } = this.sums;
    return html`<details class="sums" @toggle=${open}>
      <summary>${s.totals}</summary>
      ${totals ? totalsView(totals, s, length) : nothing}
    </details>`;
  }

  private words(told: string[], s: Strings): TemplateResult {
    const cut = told.length > longestTranscript;
    return html`${cut ? html`<p>${s.transcriptCut(longestTranscript, told.length)}</p>` : nothing}
      <ol class="transcript" tabindex="0">
        ${told.slice(0, longestTranscript).map((line) => html`<li>${line}</li>`)}
      </ol>`;
  }

  private get language(): Language {
    const around = (this.parentElement ?? this).closest<HTMLElement>("[lang]")?.lang;
    return languageOf(this.lang || around || document.documentElement.lang);
  }

  private get strings(): Strings {
    return stringsOf(this.language);
  }

  /** A length of time in words. */
  private length(ms: number): string {
    const digits = ms >= 100 ? 0 : ms >= 1 ? 2 : 3;
    return `${ms.toLocaleString(this.language, { maximumFractionDigits: digits })} ms`;
  }

  /** What is in view: all of it until the reader chooses. */
  get window(): TimeWindow {
    const end = endOf(this.model);
    return within(this.wanted ?? { from: 0, to: end }, end);
  }

  private look(window: TimeWindow | null): void {
    this.wanted = window;
    this.requestUpdate();
  }

  private fit(): void {
    this.look(null);
  }

  /** Zooms at a share of what is in view. */
  private zoom(share: number, factor: number): void {
    const w = this.window;
    this.look(zoomed(w, w.from + share * (w.to - w.from), factor, endOf(this.model)));
  }

  /** Goes to the next event, and keeps it in view. */
  private step(direction: 1 | -1): void {
    const at = nextMoment(this.model, this.at ?? (direction > 0 ? -1 : Infinity), direction);
    if (!Number.isFinite(at) || at < 0) return;
    this.at = at;
    const { from, to } = this.window;
    if (at < from || at > to) this.look({ from: at - (to - from) / 2, to: at + (to - from) / 2 });
  }

  private switch(on: boolean): void {
    this.tracing = on;
    this.dispatchEvent(new Event("ahiru-timeline-tracing"));
  }

  private forget(): void {
    this.picked = this.hovered = this.at = this.wanted = null;
    this.told = false;
    this.sums.forget();
  }

  private async save(): Promise<void> {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await this.export(this.format));
    link.download = fileNames[this.format];
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  private listen(): void {
    const { signal } = this.connection;
    this.board.attach(this.scroller, signal);
    listen(
      this.scroller,
      {
        zoom: (x, factor) => this.zoom(this.board.shareAt(x), factor),
        pan: (share) => this.look(panned(this.window, share, endOf(this.model))),
        fit: () => this.fit(),
        step: (direction) => this.step(direction),
        press: (x, y) => this.press(x, y),
        hover: (x, y) => (this.hovered = this.board.found(x, y)),
        leave: () => (this.hovered = null),
        letGo: () => (this.picked = this.at = null),
      },
      signal,
    );
  }

  private press(x: number, y: number): void {
    if (this.board.toggle(x, y)) return this.requestUpdate();
    this.picked = this.board.found(x, y);
    const moment = this.board.momentAt(x);
    if (moment !== null) this.at = moment;
  }
}

const inks = [
  "ground",
  "text",
  "muted",
  "line",
  "accent",
  "running",
  "runnable",
  "blocked",
  "sleeping",
  "done",
].map((name) => html`<i class=${name}></i>`);
