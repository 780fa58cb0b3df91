// One picture over sigma's layers, which shows them as they were drawn last.

import type { Stage } from "./scene";
import type { Shift } from "./shift";
import { turn } from "./turn";

const layers = ["edges", "edgeLabels", "nodes", "hoverNodes", "labels"];

export class Sheet {
  #sigma: Stage;
  #front = sheet();
  #back = sheet(); // filled a layer at a time, then shown at once

  constructor(sigma: Stage) {
    this.#sigma = sigma;
    const { mouse } = sigma.getCanvases();
    mouse!.before(this.#front, this.#back); // below what takes the gestures
    this.show(true);
  }

  /** Shows the picture, or the layers themselves. */
  show(shown: boolean): void {
    this.#front.hidden = !shown;
    this.#front.parentElement!.classList.toggle("filmed", shown);
  }

  /**
   * Takes what is drawn now; false when it is not wanted any more. To read one layer
   * is all that a task should do.
   */
  async take(wanted: () => boolean): Promise<boolean> {
    for (const lay of this.#layers()) {
      lay();
      await turn();
      if (!wanted()) return false;
    }
    this.#turn();
    return true;
  }

  /** Takes it in one task, however long that is. */
  takeNow(): void {
    for (const lay of this.#layers()) lay();
    this.#turn();
  }

  #layers(): (() => void)[] {
    const canvases = this.#sigma.getCanvases();
    const all = layers.map((name) => canvases[name]!).filter((layer) => !layer.hidden);
    const { width, height, style } = all[0]!;
    Object.assign(this.#back, { width, height }); // which clears it
    Object.assign(this.#back.style, { width: style.width, height: style.height });
    const context = this.#back.getContext("2d");
    return all.map((layer) => () => context?.drawImage(layer, 0, 0, width, height));
  }

  #turn() {
    this.#back.hidden = this.#front.hidden;
    this.#front.hidden = true;
    [this.#front, this.#back] = [this.#back, this.#front];
  }

  /** Moves the picture, or puts it where it was taken. */
  move(shift: Shift | null): void {
    this.#front.style.transform = shift
      ? `matrix(${shift.scale}, 0, 0, ${shift.scale}, ${shift.x}, ${shift.y})`
      : "";
  }
}

function sheet(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "film";
  canvas.hidden = true;
  return canvas;
}
