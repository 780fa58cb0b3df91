// PEPs on their way to other places.

import { prefersStill } from "./look";
import type { Scene } from "./scene";

const duration = 600; // milliseconds
const most = 3000; // PEPs that move smoothly; more of them jump

export type Targets = ReadonlyMap<string, { x: number; y: number }>;

export class Glide {
  #scene: Scene;
  #picture: { readonly busy: boolean };
  #frame = 0;
  #targets: Targets = new Map();

  /** While the picture is busy, places in between would not be seen. */
  constructor(scene: Scene, picture: { readonly busy: boolean }) {
    this.#scene = scene;
    this.#picture = picture;
  }

  /** Moves PEPs to places; what was under way goes on from where it is. */
  to(targets: Targets): void {
    this.stop();
    if (this.#stand(targets)) return;
    if (prefersStill() || this.#scene.order > most) return this.#place(targets);
    this.#targets = targets;
    const from = new Map([...targets.keys()].map((node) => [node, this.#at(node)]));
    const start = performance.now();
    const step = (now: number) => {
      this.#frame = requestAnimationFrame(step);
      const part = Math.min(1, Math.max(0, (now - start) / duration));
      if (part < 1 && this.#picture.busy) return;
      const eased = part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
      this.#move((node) => {
        const [a, b] = [from.get(node), targets.get(node)];
        return a && b && { x: a.x + (b.x - a.x) * eased, y: a.y + (b.y - a.y) * eased };
      });
      if (part === 1) this.stop();
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** Whether PEPs are moving. */
  get moving(): boolean {
    return this.#frame !== 0;
  }

  /** Where a PEP is, or will be. */
  end(node: string): { x: number; y: number } {
    return (this.moving ? this.#targets.get(node) : undefined) ?? this.#at(node);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Whether all PEPs are where they should be. */
  #stand(targets: Targets): boolean {
    return [...targets].every(([node, { x, y }]) => {
      const at = this.#at(node);
      return at.x === x && at.y === y;
    });
  }

  #at(node: string) {
    const { x, y } = this.#scene.getNodeAttributes(node);
    return { x, y };
  }

  #place(targets: Targets) {
    this.#move((node) => targets.get(node));
  }

  /** All at once: the picture is told one time, not once for each PEP. */
  #move(place: (node: string) => { x: number; y: number } | undefined) {
    this.#scene.updateEachNodeAttributes((node, data) => ({ ...data, ...place(node) }), {
      attributes: ["x", "y"],
    });
  }
}
