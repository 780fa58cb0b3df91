// What of the map is in view, and who decided it: the reader or we.

import type { CameraState } from "sigma/types";
import { centring, fitting, go, isAt, noInsets, pan, reveal, zoom, type Insets } from "./camera";
import { vectors, type Direction } from "./nearest";
import type { Box } from "./plan";
import type { Stage } from "./scene";
import type { Aim } from "./state";

const panStep = 80; // pixels
const smallest = 1.5; // how many times smaller the map may get for a sheet
const least = 40; // units of the plan that are shown of a small selection

export interface Point {
  x: number;
  y: number;
}

export class Viewpoint {
  #stage: Stage;
  #bounds: Box;
  #insets = noInsets;
  #placed: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 }; // where we last put the camera

  constructor(stage: Stage, bounds: Box) {
    this.#stage = stage;
    this.#bounds = bounds;
  }

  /** Another layout has another extent, which is then shown. */
  setBounds(bounds: Box, atOnce = false): void {
    this.#bounds = bounds;
    this.#stage.setSetting("maxCameraRatio", Math.max(3, 3 * this.#whole));
    this.fit(atOnce);
  }

  get bounds(): Box {
    return this.#bounds;
  }

  /**
   * Shows a selected place, or none, in what the insets leave free. A camera
   * that the reader has not touched shows the whole map again, or where that
   * would be too small the place in the middle, or the middle of the map; one that the reader moved
   * moves again only if the place is out of sight.
   */
  show(place: Point | null, insets: Insets, atOnce = false): void {
    const untouched = isAt(this.#stage, this.#placed);
    this.#insets = insets;
    if (untouched) this.#place(this.#best(place), atOnce);
    else if (place) this.reveal(place);
  }

  #best(place: Point | null): CameraState {
    const whole = fitting(this.#stage, this.#bounds, this.#insets);
    const full = fitting(this.#stage, this.#bounds, noInsets);
    if (whole.ratio <= smallest * full.ratio) return whole;
    if (place) return centring(this.#stage, place, full.ratio, this.#insets);
    return centring(this.#stage, this.#centre, smallest * full.ratio, this.#insets);
  }

  get #centre(): Point {
    const { left, right, bottom, top } = this.#bounds;
    return { x: (left + right) / 2, y: (bottom + top) / 2 };
  }

  #place(state: CameraState, atOnce = false) {
    this.#placed = state;
    // A state that the stage will not take would seem to be the reader's doing.
    const most = this.#stage.getSetting("maxCameraRatio") ?? 0;
    if (state.ratio > most) this.#stage.setSetting("maxCameraRatio", state.ratio);
    if (atOnce) this.#stage.getCamera().setState(state);
    else go(this.#stage, state);
  }

  /** Shows everything. */
  fit(atOnce = false): void {
    this.#place(fitting(this.#stage, this.#bounds, this.#insets), atOnce);
  }

  /** Shows some places as large as they can be. */
  frame(places: readonly Point[]): void {
    if (places.length === 0) return this.fit();
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const box = {
      left: Math.min(...xs),
      right: Math.max(...xs),
      bottom: Math.min(...ys),
      top: Math.max(...ys),
    };
    const middle = { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 };
    const half = Math.max(least, box.right - box.left, box.top - box.bottom) * 0.56;
    const around = {
      left: middle.x - half,
      right: middle.x + half,
      bottom: middle.y - half,
      top: middle.y + half,
    };
    const { ratio } = fitting(this.#stage, around, this.#insets);
    go(this.#stage, centring(this.#stage, middle, ratio, this.#insets));
  }

  /** Where the reader looks from, null as long as we decided it. */
  get aim(): Aim | null {
    if (isAt(this.#stage, this.#placed)) return null;
    const { x, y } = this.#stage.viewportToGraph(this.#middle);
    return { x, y, zoom: this.#whole / this.#stage.getCamera().ratio };
  }

  /** Whether it is on its way. */
  get moves(): boolean {
    return this.#stage.getCamera().isAnimated();
  }

  /** Looks from where a link says, or back at everything. */
  aimAt(aim: Aim | null, atOnce: boolean): void {
    if (!aim) return this.fit(atOnce);
    const state = centring(this.#stage, aim, this.#whole / aim.zoom, this.#insets);
    const ratio = this.#stage.getCamera().getBoundedRatio(state.ratio);
    if (atOnce) this.#stage.getCamera().setState({ ...state, ratio });
    else go(this.#stage, { ...state, ratio });
  }

  /** The ratio that shows the whole map in the whole picture. */
  get #whole(): number {
    return fitting(this.#stage, this.#bounds, noInsets).ratio;
  }

  get #middle(): Point {
    const { width, height } = this.#stage.getDimensions();
    const { left, right, top, bottom } = this.#insets;
    return { x: (left + width - right) / 2, y: (top + height - bottom) / 2 };
  }

  /** Moves the view to a place, as near as it is. */
  centre(place: Point): void {
    const { ratio } = this.#stage.getCamera();
    this.#stage.getCamera().setState(centring(this.#stage, place, ratio, this.#insets));
  }

  zoom(direction: 1 | -1): void {
    zoom(this.#stage, direction);
  }

  pan(direction: Direction): void {
    const [x, y] = vectors[direction];
    pan(this.#stage, x * panStep, -y * panStep);
  }

  /** Brings a place into sight if it is not. */
  reveal(place: Point): void {
    reveal(this.#stage, place, this.#insets);
  }
}
