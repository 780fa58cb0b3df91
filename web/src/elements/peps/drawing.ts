// The picture: sigma draws it, this tells sigma what and tells the element
// what the reader did to it.

import { unit, type Insets } from "./camera";
import { Emphasis } from "./emphasis";
import { Film } from "./film";
import { Finder } from "./finder";
import { attachGestures, type DrawingEvents } from "./gestures";
import { Glide } from "./glide";
import type { Sight } from "./lens";
import type { Look } from "./look";
import type { Citations } from "./model";
import { Minimap } from "./minimap";
import type { Direction } from "./nearest";
import { Overlay } from "./overlay";
import type { Panes } from "./panes";
import type { Box, Plan } from "./plan";
import { makeScene, type Scene } from "./scene";
import { heavy, makeStage, type Kept } from "./stage";
import type { Pins } from "./state";
import { nudge, stepFrom } from "./steps";
import { turn } from "./turn";
import { Viewpoint } from "./viewpoint";

const leastRadius = 1.7; // pixels
const nudgeStep = 12; // pixels

export class Drawing {
  readonly view: Viewpoint;

  #sigma: Kept;
  #scene: Scene;
  #emphasis: Emphasis;
  #overlay: Overlay;
  #glide: Glide;
  #film: Film;
  #finder: Finder;
  #citations: Citations;
  #plan: Plan;
  #pins: Pins = {};
  #selected: readonly number[] = [];

  /** Makes a drawing in several tasks, none of them long. */
  static async make(
    container: HTMLElement,
    panes: Panes,
    citations: Citations,
    plan: Plan,
    sight: Sight,
    look: Look,
    events: DrawingEvents,
  ): Promise<Drawing> {
    const scene = await makeScene(citations, plan, sight.paint);
    await turn();
    const emphasis = new Emphasis(scene, sight, look);
    const sigma = makeStage(panes, scene.size, container, emphasis, look);
    await turn();
    const drawing = new Drawing(sigma, citations, scene, plan, emphasis, look, events);
    await turn();
    sigma.setGraph(scene);
    await turn();
    return drawing;
  }

  private constructor(
    sigma: Kept,
    citations: Citations,
    scene: Scene,
    plan: Plan,
    emphasis: Emphasis,
    look: Look,
    events: DrawingEvents,
  ) {
    this.#sigma = sigma;
    this.#citations = citations;
    this.#plan = plan;
    this.#scene = scene;
    this.#emphasis = emphasis;
    this.#overlay = new Overlay(sigma, scene, emphasis, plan, look);
    sigma.propose = (label) => this.#overlay.propose(label);
    this.#film = new Film(
      this.#sigma,
      () => this.#overlay.draw(),
      () => events.onMove(),
    );
    this.#glide = new Glide(scene, this.#film);
    this.#finder = new Finder(this.#sigma, scene, this.#emphasis, this.#overlay);
    this.#overlay.area = attachGestures(this.#sigma, scene, this.#finder, events).rect;
    this.#sigma.on("resize", () => this.#resized());
    this.#sigma.on("afterRender", () => events.onMove());
    this.#sigma.setCustomBBox(extent(plan.bounds)); // for all layouts: the unit stays what it is
    this.#sigma.reckon(); // nothing yet, but what follows is reckoned from the plan's bounds
    this.#resized();
    this.view = new Viewpoint(this.#sigma, plan.bounds);
    this.view.fit(true);
  }

  /** Whether what is shown is not yet what was asked for. */
  get busy(): boolean {
    return this.#film.due || this.#glide.moving;
  }

  /** The PEPs in sight that the filters let through. */
  get inSight(): number[] {
    const { width, height } = this.#sigma.getDimensions();
    return this.#finder.inside({ left: 0, top: 0, right: width, bottom: height });
  }

  /** Draws the map small into a canvas, as long as part of it is out of sight. */
  setMinimap(canvas: HTMLCanvasElement): void {
    const minimap = new Minimap(canvas, {
      sigma: this.#sigma,
      scene: this.#scene,
      bounds: () => this.view.bounds,
      look: () => this.#overlay.look,
      colour: (node) => this.#emphasis.dot(node),
      centre: (place) => this.view.centre(place),
    });
    this.#sigma.on("afterRender", () => minimap.draw());
  }

  /** Sizes are in the unit of the plan, so their floor depends on the box. */
  #resized() {
    this.#emphasis.scale(unit(this.#sigma), leastRadius);
  }

  /** Shows the references of PEPs: of the one pointed at, else of the selected ones. */
  emphasise(selected: readonly number[], pointed: number | null): void {
    const same = selected === this.#selected;
    const empty = selected.length + this.#selected.length === 0;
    const pointing = pointed !== null || this.#emphasis.pointed !== null;
    this.#selected = selected;
    if (empty && !pointing) return;
    this.#emphasis.selected = new Set(selected.map(String));
    this.#emphasis.pointed = pointed === null ? null : String(pointed);
    if (same && this.#scene.size > heavy) this.#repoint();
    else this.#changed();
  }

  /** Of very many references those of the PEP pointed at are drawn, the others not dimmed. */
  #repoint() {
    this.#emphasis.update();
    this.#sigma.scheduleRender();
  }

  #changed() {
    this.#emphasis.update();
    this.#sigma.refresh({ schedule: true });
  }

  /** Draws a way from PEP to PEP; an empty one takes it away. */
  setPath(numbers: readonly number[]): void {
    this.#emphasis.path = numbers.map(String);
    this.#changed();
  }

  /** Takes looks and filters. */
  setSight(sight: Sight): void {
    if (sight === this.#emphasis.sight) return;
    this.#emphasis.sight = sight;
    this.#scene.forEachNode((node, { pep, size }) => {
      const radius = sight.paint.radius(pep);
      if (radius !== size) this.#scene.setNodeAttribute(node, "size", radius);
    });
    this.#changed();
  }

  /** Takes places: those of a layout, but pinned PEPs stay where they are. */
  setPlan(plan: Plan): void {
    if (plan === this.#plan) return;
    this.#plan = plan;
    this.#overlay.plan = plan;
    this.#glide.to(this.#targets());
    this.view.setBounds(plan.bounds);
  }

  setPins(pins: Pins): void {
    if (pins === this.#pins) return;
    this.#pins = pins;
    this.#overlay.pins = new Set(Object.keys(pins));
    this.#glide.to(this.#targets());
  }

  #targets() {
    const { nodes } = this.#citations.all;
    return new Map(
      nodes.map(({ number }, i) => {
        const [x, y] = this.#pins[number] ?? [this.#plan.x[i]!, this.#plan.y[i]!];
        return [String(number), { x, y }];
      }),
    );
  }

  /** Takes colours and type anew from the page. */
  setLook(look: Look): void {
    this.#emphasis.look = look;
    this.#overlay.look = look;
    this.#sigma.refresh({ schedule: true });
  }

  /** Draws at once what is printed, in a look for paper. */
  print(look: Look): void {
    this.setLook(look);
    this.#sigma.reckon();
    this.#film.still();
  }

  /** The words of a layout's guide, and above the tray for a number of isolated PEPs. */
  setWords(tray: (isolated: number) => string, guide: (label: string) => string): void {
    this.#overlay.caption = tray;
    this.#overlay.guideText = guide;
    this.#sigma.scheduleRender();
  }

  /** Shows the open PEP, or none, in what the insets leave free. */
  show(open: number | null, insets: Insets, atOnce = false): void {
    this.view.show(open === null ? null : this.#at(open), insets, atOnce);
  }

  /** Shows PEPs as large as they can be. */
  frame(numbers: readonly number[]): void {
    this.view.frame(numbers.map((number) => this.#glide.end(String(number))));
  }

  /** A PEP and those that it cites or that cite it, as far as the filters let them through. */
  around(number: number): number[] {
    const near = this.#scene.neighbors(String(number)).filter((n) => this.#emphasis.passes(n));
    return [number, ...near.map(Number)];
  }

  /** Brings a PEP into sight if it is not. */
  reveal(number: number): void {
    this.view.reveal(this.#at(number));
  }

  #at(number: number) {
    return this.#scene.getNodeAttributes(String(number));
  }

  /** The PEP that an arrow key leads to, null at the edge of the map. */
  step(from: number, direction: Direction): number | null {
    const next = stepFrom(this.#scene, String(from), direction, this.#emphasis);
    return next === null ? null : Number(next);
  }

  /** Moves a PEP by a step on the screen. */
  nudge(number: number, direction: Direction): void {
    const pixels = unit(this.#sigma) / this.#sigma.getCamera().ratio;
    nudge(this.#scene, String(number), direction, nudgeStep / pixels);
  }

  /** A PEP's centre and radius in pixels of the picture. */
  whereIs(number: number): { x: number; y: number; radius: number } {
    return this.#overlay.disc(String(number));
  }

  /** A PEP's centre in the unit of the plan, where the reader may have moved it. */
  placeOf(number: number): { x: number; y: number } {
    return this.#glide.end(String(number));
  }

  /** How many nodes and edges the picture has. */
  get size(): { nodes: number; edges: number } {
    return { nodes: this.#scene.order, edges: this.#scene.size };
  }

  /** To be called when the picture's box may have changed. */
  resize(open: number | null, insets: Insets): void {
    const { width, height } = this.#sigma.getDimensions();
    const { offsetWidth, offsetHeight } = this.#sigma.getContainer();
    if (width !== offsetWidth || height !== offsetHeight) this.#sigma.refresh();
    this.show(open, insets, true);
  }

  kill(): void {
    this.#glide.stop();
    this.#film.end();
    this.#sigma.kill();
  }
}

const extent = (b: Box) => ({
  x: [b.left, b.right] as [number, number],
  y: [b.bottom, b.top] as [number, number],
});
