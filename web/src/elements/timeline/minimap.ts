import { area, densityIn, Densities } from "./areas";
import { sized } from "./board";
import { inkOf, type Ink } from "./ink";
import { endOf, type Lane, type Model } from "./model";
import { Pixels } from "./pixels";
import { scaleOf } from "./scale";
import type { TimeWindow } from "./window";

const height = 36;

interface Seen {
  model: Model;
  /** Those of its lanes that are seen. */
  keeps(lane: Lane): boolean;
  window: TimeWindow;
  at: number | null;
}

const everything = () => true;

/** The whole run in one strip: how many goroutines are in which state, and what of it is in view. */
export class Minimap {
  private ink: Ink | undefined;
  private seen: Seen | null = null;
  private readonly densities = new Densities();
  private readonly pixels = new Pixels();
  /** Of which the pixels are a picture. */
  private drawn: unknown[] = [];
  private canvas: HTMLCanvasElement | undefined;

  /** Follows a pointer on the strip: look is told the moment that is to be in the middle. */
  attach(canvas: HTMLCanvasElement, look: (at: number) => void, signal: AbortSignal): void {
    this.canvas = canvas;
    const watch = new ResizeObserver(() => this.recolour());
    watch.observe(canvas);
    signal.addEventListener("abort", () => watch.disconnect());
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => this.recolour(), { signal });
    const follow = (e: PointerEvent) => {
      const { left, width } = canvas.getBoundingClientRect();
      if (this.seen) look(((e.clientX - left) / Math.max(1, width)) * endOf(this.seen.model));
    };
    canvas.addEventListener(
      "pointerdown",
      (e) => {
        canvas.setPointerCapture(e.pointerId);
        follow(e);
      },
      { signal },
    );
    canvas.addEventListener("pointermove", (e) => e.buttons === 1 && follow(e), { signal });
  }

  show(seen: Seen): void {
    this.seen = seen;
    this.draw();
  }

  private recolour(): void {
    this.ink = undefined;
    this.draw();
  }

  private draw(): void {
    const { canvas, seen } = this;
    const c = canvas?.getContext("2d");
    if (!canvas || !c || !seen || canvas.clientWidth === 0) return;
    const width = canvas.clientWidth;
    const scale = sized(canvas, width, height);
    c.setTransform(scale, 0, 0, scale, 0, 0);
    const ink = (this.ink ??= inkOf(canvas.getRootNode() as ShadowRoot, scale));
    c.fillStyle = ink.ground;
    c.fillRect(0, 0, width, height);
    this.counted(seen, ink, canvas);
    this.pixels.put(c, 0, 0);
    this.paint(c, seen, ink, width);
  }

  /** What does not change while the reader moves along the run is drawn once. */
  private counted({ model, keeps }: Seen, ink: Ink, { width, height }: HTMLCanvasElement): void {
    const of = [model, keeps, ink, width, height];
    if (of.every((each, i) => each === this.drawn[i])) return;
    this.drawn = of;
    const { pixels } = this;
    pixels.clear(width, height);
    const all = { from: 0, to: endOf(model) || 1 };
    const density = this.densities.get("all", [model, width, keeps], () =>
      densityIn(model.lanes.filter(keeps), all, width, everything),
    );
    const edge = Math.round(height / 18);
    area(pixels, density, { y: edge, height: height - 2 * edge }, ink.solid);
  }

  private paint(c: CanvasRenderingContext2D, seen: Seen, ink: Ink, width: number): void {
    const { model, window, at } = seen;
    const end = endOf(model);
    const s = scaleOf({ from: 0, to: end || 1 }, 0, width);
    const [from, to] = s.stretch(window.from, window.to);
    c.fillStyle = ink.ground;
    c.globalAlpha = 0.7;
    c.fillRect(0, 0, from, height);
    c.fillRect(to, 0, width - to, height);
    c.globalAlpha = 1;
    c.strokeStyle = ink.accent;
    c.lineWidth = 2;
    c.strokeRect(from + 1, 1, Math.max(3, to - from - 2), height - 2);
    if (at === null) return;
    c.fillStyle = ink.text;
    c.fillRect(s.x(at) - 0.75, 0, 1.5, height);
  }
}
