// What is brought out and what is dimmed: sigma asks for each node and edge.

import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { hexColour, mix, parseColour } from "./colour";
import type { Look } from "./look";
import type { Sight } from "./lens";
import type { Scene, SceneNode } from "./scene";
import type { StatusDisplay } from "./status-program";

/** How far what is dimmed goes towards the background. */
const dim = 0.82;

export class Emphasis {
  /** The PEP whose details are open, and the one under the pointer or the keyboard's mark. */
  selected: string | null = null;
  pointed: string | null = null;
  /** The least radius drawn, in the unit of the plan. */
  floor = 0;

  #faint = 1;

  /** Looks and filters. */
  sight: Sight;

  #scene: Scene;
  #look: Look;
  #near = new Set<string>();
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

  /** The PEP whose references are shown. */
  get focus(): string | null {
    return this.pointed ?? this.selected;
  }

  /** To be called after a change, before drawing. */
  update(): void {
    const focus = this.focus;
    const linked = (other: string) => this.lets(focus!, other) || this.lets(other, focus!);
    this.#near = new Set(
      focus === null ? [] : [focus, ...this.#scene.neighbors(focus).filter(linked)],
    );
  }

  isNear(node: string): boolean {
    return this.#near.has(node);
  }

  node = (node: string, data: SceneNode): Partial<NodeDisplayData> & StatusDisplay => {
    const swatch = this.sight.paint.swatch(data.pep);
    const colour = swatch[this.#look.theme];
    const sifted = !this.passes(node);
    const stressed = this.focus === null || this.#near.has(node) || node === this.selected;
    const near = stressed && (!sifted || node === this.selected);
    return {
      ...data,
      shape: swatch.shape,
      hidden: sifted && this.sight.view.hide && node !== this.selected,
      size: Math.max(data.size, this.floor),
      color: near ? colour : mix(colour, this.#ground, dim),
      ground: this.#ground,
      label: near ? data.label : "",
      forceLabel: this.focus !== null && near,
      zIndex: near ? 1 : 0,
    };
  };

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
    return this.sight.sift.edge(from, to);
  }

  /** References of the focus are drawn by themselves, with arrow heads. */
  edge = (edge: string): Partial<EdgeDisplayData> => {
    const [from, to] = this.#scene.extremities(edge);
    const sifted = !this.lets(from, to);
    if (this.focus === null) return { color: this.#edge, size: 0.36, hidden: sifted };
    const hidden = sifted || from === this.focus || to === this.focus;
    return { color: this.#dimEdge, size: 0.36, hidden };
  };
}
