// Which PEP or reference is where on the picture.

import type { Emphasis } from "./emphasis";
import type { Rect } from "./labels";
import { nearestTo } from "./nearest";
import type { Overlay } from "./overlay";
import type { Scene, Stage } from "./scene";

/** The two PEPs of a reference. */
export type Pair = [from: number, to: number];

interface Point {
  x: number;
  y: number;
}

const slack = 5; // pixels beside a line where a click still means it
const thumb = 14; // pixels about a PEP where a tap still means it
const reach = 1.3; // radii from a PEP's centre that are still the PEP

export class Finder {
  #sigma: Stage;
  #scene: Scene;
  #emphasis: Emphasis;
  #overlay: Overlay;

  constructor(sigma: Stage, scene: Scene, emphasis: Emphasis, overlay: Overlay) {
    this.#sigma = sigma;
    this.#scene = scene;
    this.#emphasis = emphasis;
    this.#overlay = overlay;
  }

  /** The PEP that is drawn at a place, of several the uppermost. */
  node(at: Point): string | null {
    const here = this.#sigma.viewportToGraph(at);
    const [a, b] = [0, 1].map((x) => this.#sigma.graphToViewport({ x, y: 0 }).x);
    const units = (reach * this.#sigma.scaleSize(1)) / Math.abs(b! - a!);
    let found: string | null = null;
    let highest = 0;
    this.#scene.forEachNode((name, { x, y, size }) => {
      const far = units * Math.max(size, this.#emphasis.floor);
      if (Math.abs(x - here.x) > far || Math.hypot(x - here.x, y - here.y) > far) return;
      const height = this.#emphasis.height(name);
      if (height < highest || !this.#emphasis.seen(name)) return;
      [found, highest] = [name, height]; // a scene has what is drawn last last
    });
    return found;
  }

  /** The PEP that a thumb means, if one is near. */
  near(at: Point): number | null {
    const spots = this.#seen.map((name) => ({ name, ...this.#overlay.disc(name) }));
    const spot = nearestTo(at, spots, thumb);
    return spot && Number(spot.name);
  }

  /** The reference of a PEP in focus that is drawn under a place. */
  reference(at: Point): Pair | null {
    return this.#emphasis.way.length > 0 ? null : this.#overlay.referenceAt(at, slack);
  }

  /** The PEPs in an area that the filters let through. */
  inside({ left, right, top, bottom }: Rect): number[] {
    const inside = this.#seen.filter((name) => {
      const { x, y } = this.#overlay.disc(name);
      return x >= left && x <= right && y >= top && y <= bottom && this.#emphasis.passes(name);
    });
    return inside.map(Number);
  }

  get #seen(): string[] {
    return this.#scene.filterNodes((name) => this.#emphasis.seen(name));
  }
}
