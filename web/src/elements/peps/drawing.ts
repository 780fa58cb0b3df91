// The picture: sigma draws it, this tells sigma what and tells the element
// what the reader did to it.

import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import { unit, type Insets } from "./camera";
import { attachDrag } from "./drag";
import { Emphasis } from "./emphasis";
import type { Sight } from "./lens";
import { prefersStill, type Look } from "./look";
import type { Citations } from "./model";
import { nearestTo, type Direction } from "./nearest";
import { Overlay } from "./overlay";
import type { Box, Plan } from "./plan";
import { makeScene, type Scene, type SceneEdge, type SceneNode, type Stage } from "./scene";
import { StatusProgram } from "./status-program";
import { nudge, stepFrom } from "./steps";
import { Viewpoint } from "./viewpoint";

export interface DrawingEvents {
  /** A PEP was clicked, or the ground (null). */
  onPick(number: number | null): void;
  /** The pointer came to a PEP, or left it (null). */
  onPoint(number: number | null): void;
  /** Something moved: what is pinned to a PEP must move too. */
  onMove(): void;
}

const thumb = 14; // pixels about a PEP where a tap still means it
const leastRadius = 1.7; // pixels
const nudgeStep = 12; // pixels

export class Drawing {
  readonly view: Viewpoint;

  #sigma: Stage;
  #scene: Scene;
  #emphasis: Emphasis;
  #overlay: Overlay;
  #events: DrawingEvents;

  constructor(
    container: HTMLElement,
    citations: Citations,
    plan: Plan,
    sight: Sight,
    look: Look,
    events: DrawingEvents,
  ) {
    this.#events = events;
    this.#scene = makeScene(citations, plan, sight.paint);
    this.#emphasis = new Emphasis(this.#scene, sight, look);
    this.#sigma = new Sigma(this.#scene, container, this.#settings(look));
    this.#sigma.setCustomBBox(extent(plan.bounds));
    this.#overlay = new Overlay(this.#sigma, this.#scene, this.#emphasis, plan, look);
    this.#listen();
    this.#resized();
    this.#sigma.refresh(); // so that what follows is reckoned from the plan's bounds
    this.view = new Viewpoint(this.#sigma, plan.bounds);
    this.view.fit(true);
  }

  #settings(look: Look): Partial<Settings<SceneNode, SceneEdge>> {
    const still = prefersStill();
    return {
      nodeProgramClasses: { circle: StatusProgram },
      nodeReducer: this.#emphasis.node,
      edgeReducer: this.#emphasis.edge,
      defaultDrawNodeHover: () => {},
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.6,
      minEdgeThickness: 1.4,
      labelFont: look.font,
      labelRenderedSizeThreshold: 3.2,
      labelGridCellSize: 70,
      labelDensity: 1,
      stagePadding: 0,
      zIndex: true,
      minCameraRatio: 0.03,
      maxCameraRatio: 3,
      enableCameraRotation: false,
      ...(still ? { zoomDuration: 1, inertiaDuration: 1, doubleClickZoomingDuration: 1 } : {}),
    };
  }

  #listen() {
    const drag = attachDrag(this.#sigma, this.#scene);
    const point = (node: string | null) => {
      if (!drag.active()) this.#events.onPoint(node === null ? null : Number(node));
    };
    this.#sigma.on("enterNode", ({ node }) => point(node));
    this.#sigma.on("leaveNode", () => point(null));
    this.#sigma.on("clickNode", ({ node }) => {
      if (!drag.last()) this.#events.onPick(Number(node));
    });
    this.#sigma.on("clickStage", ({ event }) => this.#events.onPick(this.#under(event)));
    this.#sigma.on("resize", () => this.#resized());
    this.#sigma.on("afterRender", () => this.#events.onMove());
  }

  /** The PEP that a thumb means, if one is near. */
  #under(at: { x: number; y: number }): number | null {
    const seen = this.#scene.filterNodes((name) => this.#emphasis.seen(name));
    const spots = seen.map((name) => ({ name, ...this.#overlay.disc(name) }));
    const spot = nearestTo(at, spots, thumb);
    return spot && Number(spot.name);
  }

  /** Sizes are in the unit of the plan, so their floor depends on the box. */
  #resized() {
    this.#emphasis.scale(unit(this.#sigma), leastRadius);
  }

  /** Shows a PEP's references: of the one pointed at, else of the selected one. */
  emphasise(selected: number | null, pointed: number | null): void {
    this.#emphasis.selected = selected === null ? null : String(selected);
    this.#emphasis.pointed = pointed === null ? null : String(pointed);
    this.#emphasis.update();
    this.#sigma.refresh({ schedule: true });
  }

  /** Draws a way from PEP to PEP; an empty one takes it away. */
  setPath(numbers: readonly number[]): void {
    this.#emphasis.path = numbers.map(String);
    this.#emphasis.update();
    this.#sigma.refresh({ schedule: true });
  }

  /** Takes looks and filters. */
  setSight(sight: Sight): void {
    if (sight === this.#emphasis.sight) return;
    this.#emphasis.sight = sight;
    this.#scene.forEachNode((node, { pep, size }) => {
      const radius = sight.paint.radius(pep);
      if (radius !== size) this.#scene.setNodeAttribute(node, "size", radius);
    });
    this.#emphasis.update();
    this.#sigma.refresh({ schedule: true });
  }

  /** Takes colours and type anew from the page. */
  setLook(look: Look): void {
    this.#emphasis.look = look;
    this.#overlay.look = look;
    this.#sigma.refresh({ schedule: true });
  }

  /** The words above the tray, for a number of isolated PEPs. */
  setCaption(caption: (isolated: number) => string): void {
    this.#overlay.caption = caption;
    this.#sigma.scheduleRender();
  }

  /** Shows the selected PEP, or none, in what the insets leave free. */
  show(selected: number | null, insets: Insets, atOnce = false): void {
    this.view.show(selected === null ? null : this.#at(selected), insets, atOnce);
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
    const { x, y } = this.#at(number);
    return { x, y };
  }

  /** How many nodes and edges the picture has. */
  get size(): { nodes: number; edges: number } {
    return { nodes: this.#scene.order, edges: this.#scene.size };
  }

  /** To be called when the picture's box may have changed. */
  resize(selected: number | null, insets: Insets): void {
    this.#sigma.refresh();
    this.show(selected, insets, true);
  }

  kill(): void {
    this.#sigma.kill();
  }
}

const extent = (b: Box) => ({
  x: [b.left, b.right] as [number, number],
  y: [b.bottom, b.top] as [number, number],
});
