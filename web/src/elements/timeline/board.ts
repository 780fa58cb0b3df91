import { Densities } from "./areas";
import { axisHeight } from "./axis";
import { inkOf, type Ink } from "./ink";
import { spanAt, type Model, type Span } from "./model";
import { labelWidth, paint, type Scene } from "./paint";
import { Pixels } from "./pixels";
import { columnOf, heightOf, rowIndexAt, rowsOf, type Column, type Row } from "./rows";
import type { Picked } from "./sight";
import type { Sieve } from "./sift";

/** What stands on a board, its size and place apart. */
export type Show = Omit<
  Scene,
  "column" | "width" | "height" | "top" | "shown" | "lit" | "densities" | "pixels" | "fine"
> & {
  sieve: Sieve;
};

/** The canvas: what stands on it, and what lies under a pointer. */
export class Board {
  private readonly closed = new Map<string, boolean>();
  private readonly densities = new Densities();
  private readonly pixels = new Pixels();
  private column: Column = columnOf([]);
  private show_: Show | null = null;
  private arranged: { model: Model; sieve: Sieve } | null = null;
  private frame = 0;
  private scroller: HTMLElement | undefined;
  private ink: Ink | undefined;

  /** Draws into a scroller, again whenever its size or the colours change. */
  attach(scroller: HTMLElement, signal: AbortSignal): void {
    this.scroller = scroller;
    const watch = new ResizeObserver(() => this.recolour());
    watch.observe(scroller);
    signal.addEventListener("abort", () => watch.disconnect());
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => this.recolour(), { signal });
  }

  show(show: Show): void {
    this.show_ = show;
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

  get rows(): readonly Row[] {
    return this.column.rows;
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
    if (clientX - left < labelWidth(width) || !this.show_) return null;
    const { from, to } = this.show_.window;
    return from + this.shareAt(clientX) * (to - from);
  }

  /** Whether a pointer is on the axis. */
  onAxis(clientY: number): boolean {
    const top = this.canvas()?.getBoundingClientRect().top ?? 0;
    return clientY - top < axisHeight;
  }

  found(clientX: number, clientY: number): Picked | null {
    const row = this.rowAt(clientY);
    if (row?.kind !== "lane") return null;
    const moment = this.momentAt(clientX);
    const { spans, id } = row.lane;
    const span = moment === null ? undefined : spans[spanAt(spans, moment)];
    const there = span && span.state !== "done" && (moment ?? 0) <= this.reach(span);
    return { lane: id, span: there ? span : undefined };
  }

  rowAt(clientY: number): Row | undefined {
    const top = this.canvas()?.getBoundingClientRect().top ?? 0;
    const y = clientY - top - axisHeight;
    if (y < 0) return undefined;
    return this.column.rows[rowIndexAt(this.column, y + (this.scroller?.scrollTop ?? 0))];
  }

  /** Opens or closes a group. */
  toggle(row: Row | undefined): boolean {
    if (row?.kind !== "group") return false;
    this.closed.set(row.group.key, !row.closed);
    this.arranged = null;
    return true;
  }

  /** Opens or closes all groups. */
  toggleAll(): void {
    const groups = this.column.rows.filter((row) => row.kind === "group");
    const open = groups.some(({ closed }) => !closed);
    for (const { group } of groups) this.closed.set(group.key, open);
    this.arranged = null;
  }

  /** Scrolls a lane into view. */
  reveal(lane: string): void {
    const i = this.column.rows.findIndex((row) => row.kind === "lane" && row.lane.id === lane);
    const { scroller } = this;
    const row = this.column.rows[i];
    if (!row || !scroller) return;
    const top = this.column.tops[i] ?? 0;
    const room = scroller.clientHeight - axisHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    const below = top + heightOf(row) - room;
    if (below > scroller.scrollTop) scroller.scrollTop = below;
  }

  /** A span is drawn one pixel wide at least, and can be pointed at as wide. */
  private reach(span: Span): number {
    const { from, to } = this.show_?.window ?? { from: 0, to: 0 };
    const width = this.canvas()?.clientWidth || 1;
    return Math.max(span.end, span.start + (2 * (to - from)) / width);
  }

  private arrange(): void {
    const show = this.show_;
    if (!show) return;
    const old = this.arranged;
    if (old?.model === show.model && old.sieve === show.sieve) return;
    this.arranged = show;
    this.column = columnOf(rowsOf(show.model, this.closed, show.sieve.keeps, show.sieve.keepsTask));
    this.fit();
  }

  private fit(): void {
    const { scroller } = this;
    if (!scroller) return;
    const height = axisHeight + (this.column.tops.at(-1) ?? 0);
    const rest = scroller.querySelector<HTMLElement>(".rest");
    scroller.style.blockSize = `${height + 2}px`;
    if (rest) rest.style.blockSize = `${Math.max(0, height - scroller.clientHeight)}px`;
  }

  private recolour(): void {
    this.ink = undefined;
    this.fit();
    this.paint();
  }

  private canvas(): HTMLCanvasElement | null {
    return this.scroller?.querySelector("canvas") ?? null;
  }

  private draw(): void {
    const [canvas, { scroller, show_: show, column, densities, pixels }] = [this.canvas(), this];
    const context = canvas?.getContext("2d");
    if (!canvas || !context || !show || !scroller || scroller.clientWidth === 0) return;
    const [width, height] = [scroller.clientWidth, scroller.clientHeight];
    const fine = sized(canvas, width, height);
    context.setTransform(fine, 0, 0, fine, 0, 0);
    this.ink ??= inkOf(scroller.getRootNode() as ShadowRoot, fine);
    const { shows: shown, lit } = show.sieve;
    const top = scroller.scrollTop;
    const place = { column, densities, pixels, width, height, fine, top };
    paint(context, { ...show, ...place, shown, lit }, this.ink);
  }
}

/** Gives a canvas as many pixels as the screen has in its place. */
export function sized(canvas: HTMLCanvasElement, width: number, height: number): number {
  const scale = devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  canvas.style.blockSize = `${height}px`;
  return scale;
}
