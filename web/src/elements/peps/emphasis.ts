// What is brought out and what is dimmed: sigma asks for each node and edge.

import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { hexColour, mix, parseColour } from "./colour";
import type { Look } from "./look";
import type { Sight } from "./lens";
import { edgeChanges } from "./palette";
import type { Scene, SceneNode } from "./scene";
import type { StatusDisplay } from "./status-program";

/** How far what is dimmed goes towards the background. */
const dim = 0.82;
/** And what is there no more. */
const faded = 0.55;

export class Emphasis {
  /** The PEPs that are selected, the last one open, and the one under the pointer or the keyboard's mark. */
  selected: ReadonlySet<string> = new Set();
  pointed: string | null = null;
  /** The least radius drawn, in the unit of the plan. */
  floor = 0;

  #faint = 1;

  /** A way over the map, drawn as long as nothing is pointed at; empty for none. */
  path: readonly string[] = [];
  /** Looks and filters. */
  sight: Sight;

  #scene: Scene;
  #look: Look;
  #foci: ReadonlySet<string> = new Set();
  #near: ReadonlySet<string> = new Set();
  #ground = "";
  #edge = "";
  #dimEdge = "";

  constructor(scene: Scene, sight: Sight, look: Look) {
    this.#scene = scene;
    this.sight = sight;
    this.#look = look;
    this.look = look;
  }

  /** Fits sizes to pixels per unit of the plan; on small maps edges are fainter too. */
  scale(unit: number, leastPixels: number): void {
    this.floor = leastPixels / unit;
    this.#faint = Math.min(1, Math.max(0.45, unit / 2));
    this.look = this.#look;
  }

  set look(look: Look) {
    this.#look = look;
    this.#ground = hexColour(parseColour(look.background));
    const strength = (look.theme === "dark" ? 0.21 : 0.24) * this.#faint;
    this.#edge = mix(look.background, look.text, strength);
    this.#dimEdge = mix(look.background, look.text, 0.07);
  }

  /** The PEPs whose references are shown. */
  get foci(): ReadonlySet<string> {
    return this.#foci;
  }

  /** The way that is shown now. */
  get way(): readonly string[] {
    return this.pointed === null ? this.path : [];
  }

  /** To be called after a change, before drawing. */
  update(): void {
    this.#foci = this.pointed === null ? this.selected : new Set([this.pointed]);
    this.#near = this.#around(this.#foci);
  }

  /** PEPs and those up to the view's depth of references away. */
  #around(foci: ReadonlySet<string>): Set<string> {
    const found = new Set(foci);
    let edge = [...foci];
    for (let depth = 0; depth < this.sight.view.depth; depth++) {
      edge = edge.flatMap((node) =>
        this.#scene
          .neighbors(node)
          .filter(
            (other) => !found.has(other) && (this.lets(node, other) || this.lets(other, node)),
          ),
      );
      for (const node of edge) found.add(node);
    }
    return found;
  }

  get #stresses(): boolean {
    return this.#foci.size > 0 || this.way.length > 0;
  }

  isNear(node: string): boolean {
    return this.#near.has(node);
  }

  node = (node: string, data: SceneNode): Partial<NodeDisplayData> & StatusDisplay => {
    const swatch = this.sight.paint.swatch(data.pep);
    const colour = swatch[this.#look.theme];
    const sifted = !this.passes(node);
    const height = this.height(node);
    const near = height === 1;
    const lost = this.#isLost(data.pep.number);
    return {
      ...data,
      shape: swatch.shape,
      hidden: sifted && this.sight.view.hide && !this.selected.has(node),
      size: Math.max(data.size, this.floor),
      color: near && !lost ? colour : mix(colour, this.#ground, near ? faded : dim),
      ground: this.#ground,
      label: near ? data.label : "",
      forceLabel: this.#stresses && near,
      zIndex: height,
    };
  };

  /** What is dimmed lies below what is not. */
  height(node: string): 0 | 1 {
    if (this.selected.has(node)) return 1;
    const stressed = !this.#stresses || this.#near.has(node);
    return stressed && this.passes(node) ? 1 : 0;
  }

  /** A PEP's colour on the small map, null where it is not shown. */
  dot(node: string): string | null {
    const { color, hidden } = this.node(node, this.#scene.getNodeAttributes(node));
    return hidden ? null : color!;
  }

  /** Whether the filters let a PEP through. */
  passes(node: string): boolean {
    return this.sight.sift.peps.has(Number(node));
  }

  /** Whether a PEP is on the picture, be it grey. */
  seen(node: string): boolean {
    return !this.sight.view.hide || this.passes(node);
  }

  /** Whether they let a reference through. */
  lets(from: string, to: string): boolean {
    return this.sight.sift.edge(from, to) && !this.#isGone(from, to);
  }

  /** A reference that is there no more, between PEPs that are, is drawn only where changes are marked. */
  #isGone(from: string, to: string): boolean {
    const { view, changes } = this.sight;
    if (view.colour === "change" || changes?.edge(from, to) !== "removed") return false;
    return !this.#isLost(Number(from)) && !this.#isLost(Number(to));
  }

  /** A PEP that is there no more; where changes are marked, its mark says so. */
  #isLost(number: number): boolean {
    const { view, changes } = this.sight;
    return view.colour !== "change" && changes?.of(number) === "removed";
  }

  /** The colour of a reference that came or went; while the picture does not tell of changes, one that went is faint. */
  #changed(from: string, to: string): string | null {
    const { view, changes } = this.sight;
    const change = changes?.edge(from, to) ?? null;
    if (view.colour === "change") return change && edgeChanges[change][this.#look.theme];
    return change === "removed" ? this.#dimEdge : null;
  }

  /** References of the focus are drawn by themselves, with arrow heads. */
  edge = (edge: string): Partial<EdgeDisplayData> => {
    const [from, to] = this.#scene.extremities(edge);
    const sifted = !this.lets(from, to);
    const changed = this.#changed(from, to);
    if (changed && !this.#stresses) return { color: changed, size: 0.6, hidden: sifted, zIndex: 1 };
    if (!this.#stresses) return { color: this.#edge, size: 0.36, hidden: sifted };
    if (this.way.length > 0) return { color: this.#dimEdge, size: 0.36, hidden: sifted };
    const hidden = sifted || this.#foci.has(from) || this.#foci.has(to);
    const inside = this.sight.view.depth > 1 && this.#near.has(from) && this.#near.has(to);
    if (inside) return { color: this.#edge, size: 0.5, hidden, zIndex: 1 };
    return { color: this.#dimEdge, size: 0.36, hidden };
  };
}
