import type { Picked } from "./details";
import { spanAt, states, type Model, type Span, type State } from "./model";
import { axisHeight, labelWidth, paint, rowHeight, type Ink } from "./paint";
import { rowsOf, type Row } from "./rows";
import type { TimeWindow } from "./window";

/** What a board draws for. */
export interface Owner {
  readonly model: Model;
  readonly window: TimeWindow;
  readonly renderRoot: Element | DocumentFragment | HTMLElement;
  readonly lang: string;
}

interface Sight {
  at: number | null;
  picked: Picked | null;
  /** Rows that have this in their name or a reason; "" for all. */
  sought: string;
}

/** The canvas: what stands on it, and what lies under a pointer. */
export class Board {
  private readonly closed = new Map<string, boolean>();
  private rows: Row[] = [];
  private rowsFor: { model: Model; sought: string; choices: number } | null = null;
  private choices = 0;
  private sight: Sight = { at: null, picked: null, sought: "" };
  private frame = 0;
  private scroller: HTMLElement | undefined;
  private ink: Ink | undefined;

  constructor(private readonly owner: Owner) {}

  /** Draws into a scroller, again whenever its size or the colours change. */
  attach(scroller: HTMLElement, signal: AbortSignal): void {
    this.scroller = scroller;
    const watch = new ResizeObserver(() => this.recolour());
    watch.observe(scroller);
    signal.addEventListener("abort", () => watch.disconnect());
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => this.recolour(), { signal });
  }

  show(sight: Sight): void {
    this.sight = sight;
    this.arrange();
    this.paint();
  }

  /** Draws in the next frame. */
  paint(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  rest(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** What is seen, as a picture. */
  png(): Promise<Blob> {
    this.draw();
    const canvas = this.canvas();
    return new Promise((resolve, reject) => {
      if (!canvas || canvas.width === 0) return reject(new Error("There is nothing to see yet."));
      canvas.toBlob((blob) =>
        blob ? resolve(blob) : reject(new Error("The browser made no picture.")),
      );
    });
  }

  /** The share of the time in view that a pointer is at. */
  shareAt(clientX: number): number {
    const { left, width } = this.canvas()?.getBoundingClientRect() ?? new DOMRect();
    const names = labelWidth(width);
    return Math.min(1, Math.max(0, (clientX - left - names) / Math.max(1, width - names)));
  }

  /** The moment under a pointer, null beside the time. */
  momentAt(clientX: number): number | null {
    const { left, width } = this.canvas()?.getBoundingClientRect() ?? new DOMRect();
    if (clientX - left < labelWidth(width)) return null;
    const { from, to } = this.owner.window;
    return from + this.shareAt(clientX) * (to - from);
  }

  found(clientX: number, clientY: number): Picked | null {
    const row = this.rowAt(clientY);
    if (!row || !("lane" in row)) return null;
    const moment = this.momentAt(clientX);
    const { spans, id } = row.lane;
    const span = moment === null ? undefined : spans[spanAt(spans, moment)];
    const there = span && span.state !== "done" && (moment ?? 0) <= this.reach(span);
    return { lane: id, span: there ? span : undefined };
  }

  /** Opens or closes the group whose head is under a pointer; false where there is none. */
  toggle(_clientX: number, clientY: number): boolean {
    const row = this.rowAt(clientY);
    if (!row || !("group" in row)) return false;
    this.closed.set(row.group.key, !row.closed);
    this.choices++;
    return true;
  }

  /** A span is drawn one pixel wide at least, and can be pointed at as wide. */
  private reach(span: Span): number {
    const { from, to } = this.owner.window;
    const width = this.canvas()?.clientWidth || 1;
    return Math.max(span.end, span.start + (2 * (to - from)) / width);
  }

  private rowAt(clientY: number): Row | undefined {
    const top = this.canvas()?.getBoundingClientRect().top ?? 0;
    const y = clientY - top - axisHeight;
    return y < 0
      ? undefined
      : this.rows[Math.floor((y + (this.scroller?.scrollTop ?? 0)) / rowHeight)];
  }

  private arrange(): void {
    const { model } = this.owner;
    const { sought } = this.sight;
    const old = this.rowsFor;
    if (old?.model === model && old.sought === sought && old.choices === this.choices) return;
    this.rowsFor = { model, sought, choices: this.choices };
    this.rows = rowsOf(
      sought ? { ...model, lanes: model.lanes.filter(has(sought)) } : model,
      this.closed,
    );
    const { scroller } = this;
    if (!scroller) return;
    const height = axisHeight + this.rows.length * rowHeight;
    const rest = scroller.querySelector<HTMLElement>(".rest");
    scroller.style.blockSize = `${height + 2}px`;
    if (rest) rest.style.blockSize = `${Math.max(0, height - scroller.clientHeight)}px`;
  }

  private recolour(): void {
    this.ink = undefined;
    this.rowsFor = null;
    this.arrange();
    this.paint();
  }

  private canvas(): HTMLCanvasElement | null {
    return this.scroller?.querySelector("canvas") ?? null;
  }

  private draw(): void {
    const [canvas, { scroller }] = [this.canvas(), this];
    const context = canvas?.getContext("2d");
    if (!canvas || !context || !scroller || scroller.clientWidth === 0) return;
    const [width, height] = [scroller.clientWidth, scroller.clientHeight];
    const scale = devicePixelRatio || 1;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.blockSize = `${height}px`;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    this.ink ??= inkOf(this.owner.renderRoot);
    const { model, window, lang } = this.owner;
    const several = new Set(model.lanes.map((lane) => lane.worker)).size > 1;
    paint(
      context,
      {
        model,
        rows: this.rows,
        window,
        width,
        height,
        top: scroller.scrollTop,
        at: this.sight.at,
        picked: this.sight.picked,
        language: lang || document.documentElement.lang || "en",
        headOf: (row) => head(row, several),
      },
      this.ink,
    );
  }
}

const has = (sought: string) => (lane: Model["lanes"][number]) =>
  `${lane.name} ${lane.id} ${lane.spans.map(({ reason }) => reason).join(" ")}`
    .toLowerCase()
    .includes(sought.toLowerCase());

function head(row: Row, several: boolean): string {
  if ("lane" in row) return `${row.lane.id} ${row.lane.name}`;
  const { name, worker, lanes } = row.group;
  return `${row.closed ? "▸" : "▾"} ${several ? `${worker}: ` : ""}${name} × ${lanes.length}`;
}

/** Colours as the page computes them: a canvas knows no custom properties. */
function inkOf(root: Owner["renderRoot"]): Ink {
  const colour = (name: string) => {
    const probe = root.querySelector(`.inks .${name}`);
    return probe ? getComputedStyle(probe).color : "#888";
  };
  const host = root.querySelector("section");
  return {
    ground: colour("ground"),
    text: colour("text"),
    muted: colour("muted"),
    line: colour("line"),
    accent: colour("accent"),
    states: Object.fromEntries(states.map((state) => [state, colour(state)])) as Record<
      State,
      string
    >,
    font: host ? getComputedStyle(host).fontFamily : "sans-serif",
  };
}
