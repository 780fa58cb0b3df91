// A map that this machine cannot draw fast enough still moves smoothly: what was
// drawn last is moved as one picture and drawn anew when the view rests.

import type { CameraState } from "sigma/types";
import { shiftBetween, strays, type Shift } from "./shift";
import type { Stage } from "./scene";

const slow = 28; // milliseconds from one drawn frame of a movement to the next that are too many
const sure = 4; // such frames in a row
const endless = 250; // milliseconds of one drawing that leave no doubt
const pause = 500; // milliseconds after which it is another movement
const rest = 120; // milliseconds without movement until the map is drawn anew
const share = 4; // in mid-movement, drawing takes at most one part in so many of the time

const drawn = ["edges", "edgeLabels", "nodes", "hoverNodes", "labels"];

export class Film {
  #sigma: Stage;
  #sheet = document.createElement("canvas");
  #moved: () => void;
  #draw: () => void;
  #taken: CameraState | null = null; // the camera of what was drawn last
  #last = 0; // when that was
  #begun = 0; // when that began
  #cost = 0; // milliseconds that it took
  #long = 0; // frames in a row that took too long
  #frame = 0;
  #resting = 0;
  #moving = false; // what was drawn last was another view of the same
  #playing = false;

  /** moved is called after each frame in which only the picture has moved. */
  constructor(sigma: Stage, moved: () => void) {
    this.#sigma = sigma;
    this.#moved = moved;
    this.#sheet.className = "film";
    this.#sheet.hidden = true;
    const { mouse } = sigma.getCanvases();
    mouse!.before(this.#sheet); // below what takes the gestures
    this.#draw = sigma.scheduleRender.bind(sigma);
    sigma.scheduleRender = () => {
      this.#want();
      return sigma;
    };
    sigma.on("beforeRender", () => this.#time());
    sigma.on("afterRender", this.#drawn);
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#resting);
  }

  get #slow(): boolean {
    return this.#long >= sure;
  }

  /** Sigma wants to draw: what is new in the picture is drawn, a movement is shown. */
  #want() {
    if (!this.#slow || !this.#taken || same(this.#taken, this.#camera)) return this.#redraw();
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show(shiftBetween(this.#sigma, this.#taken!));
    });
  }

  get #camera(): CameraState {
    return this.#sigma.getCamera().getState();
  }

  #redraw = () => {
    clearTimeout(this.#resting);
    this.#draw();
  };

  /** The first drawing of a movement that takes so long shows what kind of machine this is. */
  #time() {
    const begun = (this.#begun = performance.now());
    if (this.#slow) return;
    requestAnimationFrame(() => {
      if (!this.#moving || this.#slow || performance.now() - begun <= endless) return;
      this.#long = sure;
      this.#taken = null; // of what was drawn there is no picture yet
    });
  }

  #show(shift: Shift) {
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(this.#redraw, rest);
    const waited = performance.now() - this.#last > share * this.#cost;
    if (waited && strays(shift, this.#sigma.getDimensions())) return this.#redraw();
    this.#play(true);
    const { scale, x, y } = shift;
    this.#sheet.style.transform = `matrix(${scale}, 0, 0, ${scale}, ${x}, ${y})`;
    this.#moved();
  }

  #play(playing: boolean) {
    if (playing === this.#playing) return;
    this.#playing = playing;
    this.#sheet.hidden = !playing;
    this.#sheet.parentElement!.classList.toggle("moving", playing);
  }

  #drawn = () => {
    const camera = this.#camera;
    const now = performance.now();
    const since = now - this.#last;
    this.#moving = this.#taken !== null && !same(camera, this.#taken);
    if (!this.#slow && this.#moving && since < pause)
      this.#long = since > slow ? this.#long + 1 : 0;
    this.#last = now;
    this.#taken = camera;
    if (this.#slow) {
      this.#take(); // waits for what was drawn
      this.#last = performance.now();
      this.#cost = this.#last - this.#begun;
    }
    this.#play(false);
  };

  /** What WebGL drew can be read in the task that drew it, and not later. */
  #take() {
    const canvases = this.#sigma.getCanvases();
    const layers = drawn.map((name) => canvases[name]!).filter((layer) => !layer.hidden);
    const { width, height, style } = layers[0]!;
    Object.assign(this.#sheet, { width, height });
    Object.assign(this.#sheet.style, { width: style.width, height: style.height });
    const context = this.#sheet.getContext("2d");
    for (const layer of layers) context?.drawImage(layer, 0, 0, width, height);
  }
}

const same = (a: CameraState, b: CameraState) =>
  a.x === b.x && a.y === b.y && a.ratio === b.ratio && a.angle === b.angle;
