// The whole map, small, with a frame about what is in view.

import type { Look } from "./look";
import type { Box } from "./plan";
import type { Scene, Stage } from "./scene";

export interface MinimapSource {
  sigma: Stage;
  scene: Scene;
  bounds(): Box;
  look(): Look;
  colour(node: string): string | null; // null for a PEP that is not shown
  /** Moves the view to a place of the plan. */
  centre(place: { x: number; y: number }): void;
}

const edge = 6; // pixels

export class Minimap {
  #canvas: HTMLCanvasElement;
  #source: MinimapSource;
  #dragging = false;

  constructor(canvas: HTMLCanvasElement, source: MinimapSource) {
    this.#canvas = canvas;
    this.#source = source;
    canvas.onpointerdown = (event) => {
      this.#dragging = true;
      canvas.setPointerCapture(event.pointerId);
      this.#go(event);
    };
    canvas.onpointermove = (event) => this.#dragging && this.#go(event);
    canvas.onpointerup = canvas.onpointercancel = () => (this.#dragging = false);
  }

  /** Shown only while part of the map is out of sight. */
  draw(): void {
    const view = this.#view();
    const { left, right, top, bottom } = this.#source.bounds();
    const outside =
      view.left > left || view.right < right || view.bottom > bottom || view.top < top;
    this.#canvas.hidden = !outside;
    if (outside) this.#paint(view);
  }

  /** What of the plan is in view. */
  #view(): Box {
    const { width, height } = this.#source.sigma.getDimensions();
    const a = this.#source.sigma.viewportToGraph({ x: 0, y: 0 });
    const b = this.#source.sigma.viewportToGraph({ x: width, y: height });
    return { left: a.x, right: b.x, top: a.y, bottom: b.y };
  }

  /** Pixels of the canvas for a unit of the plan, and where the plan's corner is. */
  get #scale() {
    const { left, right, top, bottom } = this.#source.bounds();
    const [width, height] = [this.#canvas.clientWidth, this.#canvas.clientHeight];
    const unit = Math.min(
      (width - 2 * edge) / (right - left || 1),
      (height - 2 * edge) / (top - bottom || 1),
    );
    const x = (width - unit * (right - left)) / 2 - unit * left;
    const y = (height - unit * (top - bottom)) / 2 + unit * top;
    return { unit, x, y, width, height };
  }

  #paint(view: Box) {
    const { unit, x, y, width, height } = this.#scale;
    const ratio = devicePixelRatio || 1;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    context.scale(ratio, ratio);
    this.#source.scene.forEachNode((node, data) => {
      const colour = this.#source.colour(node);
      if (colour === null) return;
      const radius = Math.max(0.7, data.size * unit);
      context.fillStyle = colour;
      context.fillRect(
        x + unit * data.x - radius,
        y - unit * data.y - radius,
        2 * radius,
        2 * radius,
      );
    });
    const { text } = this.#source.look();
    context.strokeStyle = text;
    context.lineWidth = 1.5;
    context.strokeRect(
      x + unit * view.left,
      y - unit * view.top,
      unit * (view.right - view.left),
      unit * (view.top - view.bottom),
    );
  }

  #go(event: PointerEvent) {
    const { unit, x, y } = this.#scale;
    const { left, top } = this.#canvas.getBoundingClientRect();
    this.#source.centre({
      x: (event.clientX - left - x) / unit,
      y: (y - (event.clientY - top)) / unit,
    });
  }
}
