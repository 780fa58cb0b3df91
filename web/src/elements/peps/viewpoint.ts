// What of the map is in view, and who decided it: the reader or we.

import type { CameraState } from "sigma/types";
import { centring, fitting, go, isAt, noInsets, pan, reveal, zoom, type Insets } from "./camera";
import { vectors, type Direction } from "./nearest";
import type { Box } from "./plan";
import type { Stage } from "./scene";

const panStep = 80; // pixels
const smallest = 1.5; // how many times smaller the map may get for a sheet

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

  /**
   * Shows a selected place, or none, in what the insets leave free. A camera
   * that the reader has not touched shows the whole map again, or where that
   * would be too small the place in the middle; one that the reader moved
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
    const small = whole.ratio > smallest * full.ratio;
    return small && place ? centring(this.#stage, place, full.ratio, this.#insets) : whole;
  }

  #place(state: CameraState, atOnce = false) {
    this.#placed = state;
    if (atOnce) this.#stage.getCamera().setState(state);
    else go(this.#stage, state);
  }

  /** Shows everything. */
  fit(atOnce = false): void {
    this.#place(fitting(this.#stage, this.#bounds, this.#insets), atOnce);
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
