// WebGL draws out of sight, and what it has drawn is shown as one picture when it
// is done: so the page never waits for it, and a map that this machine cannot
// draw fast enough still follows the hand, as a picture that is moved until the
// view rests. A machine that is fast enough is soon shown what it draws directly.

import type { CameraState } from "sigma/types";
import { Fence } from "./fence";
import { webgl } from "./panes";
import type { Kept } from "./stage";
import { Sheet } from "./sheet-canvas";
import { shiftBetween, strays, type Shift } from "./shift";
import { turn } from "./turn";

const slow = 28; // milliseconds for a drawing, or from one of a movement to the next, that are too many
const sure = 4; // such drawings in a row
const endless = 250; // milliseconds of one drawing that leave no doubt
const pause = 500; // milliseconds after which it is another movement
const rest = 120; // milliseconds without movement until the map is drawn anew
const share = 4; // in mid-movement, drawing takes at most one part in so many of the time

type Pace = "unknown" | "fast" | "slow";

export class Film {
  #sigma: Kept;
  #sheet: Sheet;
  #finish: () => void;
  #moved: () => void;
  #draw: () => void;
  #fence = new Fence();
  #pace: Pace = "unknown";
  #shown: CameraState | null = null; // the camera of the picture that is shown
  #drawn: CameraState | null = null; // and of what was drawn last
  #busy = false; // it is being drawn, or made a picture of
  #again = false; // something else is wanted meanwhile
  #due = false; // what is shown is not yet what is wanted
  #begun = 0; // when the last drawing began
  #last = 0; // when the one before began
  #cost = 0; // milliseconds until the last one was there to see
  #row = 0; // drawings in a row that were fast, or, less than none, slow
  #frame = 0;
  #poll = 0;
  #resting = 0;

  /**
   * finish adds what WebGL does not draw; moved is called after each frame in which
   * only the picture has moved.
   */
  constructor(sigma: Kept, finish: () => void, moved: () => void) {
    this.#sigma = sigma;
    this.#finish = finish;
    this.#moved = moved;
    this.#sheet = new Sheet(sigma);
    this.#draw = sigma.scheduleRender.bind(sigma);
    sigma.scheduleRender = () => {
      this.#want();
      return sigma;
    };
    sigma.on("beforeRender", () => {
      this.#last = this.#begun;
      this.#begun = performance.now();
    });
    sigma.on("afterRender", () => this.#wait());
  }

  /** Shows what has just been drawn, waiting for it: paper shows no layers of WebGL. */
  still(): void {
    this.#finish();
    this.#sheet.takeNow();
    this.#sheet.show(true);
    this.#sheet.move(null);
    this.#shown = this.#camera;
  }

  end(): void {
    for (const frame of [this.#frame, this.#poll]) cancelAnimationFrame(frame);
    clearTimeout(this.#resting);
    this.#fence.clear();
    this.#drawn = null; // what is being taken is wanted no more
    this.#busy = true; // for ever
  }

  /** Whether WebGL is at work; due: whether it has yet to be. */
  get busy(): boolean {
    return this.#busy;
  }

  get due(): boolean {
    return this.#due;
  }

  get #camera(): CameraState {
    return this.#sigma.getCamera().getState();
  }

  /** Sigma wants to draw: what is new in the picture is drawn, a movement is shown. */
  #want() {
    this.#due = true;
    this.#sigma.aim();
    const moving = this.#shown !== null && !same(this.#shown, this.#camera);
    const late = this.#pace === "slow" || this.#cost > slow;
    if (this.#pace !== "fast" && moving && (this.#busy || late)) this.#follow();
    else if (this.#busy) this.#again = true;
    else this.#redraw();
  }

  #redraw = async () => {
    clearTimeout(this.#resting);
    if (!this.#busy) await turn();
    if (this.#busy) return void (this.#again = true);
    this.#sigma.digest();
    this.#draw();
  };

  /** Moves what is shown, and sees to it that the map is drawn at rest. */
  #follow() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const shift = shiftBetween(this.#sigma, this.#shown!);
      clearTimeout(this.#resting);
      this.#resting = window.setTimeout(this.#redraw, rest);
      const waited = performance.now() - this.#begun > share * this.#cost;
      if (waited && this.#strays(shift)) this.#redraw();
      this.#sheet.move(shift);
      this.#moved();
    });
  }

  #strays(shift: Shift): boolean {
    return strays(shift, this.#sigma.getDimensions());
  }

  /** Sigma has told WebGL what to draw. */
  #wait() {
    if (this.#sigma.getGraph().order === 0) return;
    this.#note();
    this.#drawn = this.#camera;
    if (this.#pace === "fast") {
      this.#finish();
      this.#shown = this.#drawn;
      this.#due = false;
      return;
    }
    this.#busy = true;
    this.#again = false;
    void this.#complete(this.#drawn);
  }

  /** What WebGL does not draw is a task of its own, as long as nobody sees the layers. */
  async #complete(camera: CameraState) {
    await turn();
    if (this.#drawn !== camera) return; // drawn anew meanwhile
    this.#finish();
    const canvases = this.#sigma.getCanvases();
    const layers = webgl.map((name) => canvases[name]!).filter((layer) => !layer.hidden);
    this.#fence.set(layers.map((layer) => layer.getContext("webgl2")!));
    cancelAnimationFrame(this.#poll);
    this.#poll = requestAnimationFrame(this.#look);
  }

  #look = () => {
    if (this.#fence.passed) void this.#show(this.#drawn!);
    else this.#poll = requestAnimationFrame(this.#look);
  };

  async #show(camera: CameraState) {
    this.#poll = 0;
    if (!(await this.#sheet.take(() => this.#drawn === camera))) return; // drawn anew meanwhile
    this.#cost = performance.now() - this.#begun;
    this.#shown = camera;
    this.#busy = false;
    this.#judge(this.#cost <= slow);
    this.#sheet.show(this.#pace !== "fast");
    const moved = !same(camera, this.#camera);
    this.#sheet.move(moved ? shiftBetween(this.#sigma, camera) : null);
    if (moved) this.#moved();
    this.#due = this.#again || moved;
    if (this.#due) this.#want();
  }

  /** Drawings of one movement that come too seldom show what kind of machine this is. */
  #note() {
    const since = this.#begun - this.#last;
    const moving = this.#drawn !== null && !same(this.#drawn, this.#camera);
    if (!moving || since > pause || this.#pace === "slow") return;
    if (since > slow) this.#judge(false);
    else if (this.#pace === "fast") this.#row = 0;
  }

  #judge(fast: boolean) {
    if (this.#pace === "slow") return;
    this.#row = fast ? Math.max(1, this.#row + 1) : Math.min(-1, this.#row - 1);
    if (this.#row <= -sure || this.#cost > endless) this.#set("slow");
    else if (this.#row >= sure) this.#set("fast");
  }

  #set(pace: Pace) {
    this.#pace = pace;
    this.#row = 0;
  }
}

const same = (a: CameraState, b: CameraState) =>
  a.x === b.x && a.y === b.y && a.ratio === b.ratio && a.angle === b.angle;
