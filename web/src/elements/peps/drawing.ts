// The picture: sigma draws it, this tells sigma what and tells the element
// what the reader did to it.

import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { CameraState } from "sigma/types";
import {
  centring,
  fitting,
  go,
  isAt,
  noInsets,
  pan,
  reveal,
  unit,
  zoom,
  type Insets,
} from "./camera";
import { attachDrag } from "./drag";
import { Emphasis } from "./emphasis";
import { prefersStill, type Look } from "./look";
import type { Citations } from "./model";
import { inDirection, nearestTo, type Direction, type Spot } from "./nearest";
import { Overlay } from "./overlay";
import type { Box, Plan } from "./plan";
import { makeScene, type Scene, type SceneEdge, type SceneNode, type Stage } from "./scene";
import { StatusProgram } from "./status-program";

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
const panStep = 80; // pixels
const smallest = 1.5; // how many times smaller the map may get for a sheet

export class Drawing {
  #sigma: Stage;
  #scene: Scene;
  #plan: Plan;
  #emphasis: Emphasis;
  #overlay: Overlay;
  #events: DrawingEvents;
  #insets = noInsets;
  #placed: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 }; // where we last put the camera

  constructor(
    container: HTMLElement,
    citations: Citations,
    plan: Plan,
    look: Look,
    events: DrawingEvents,
  ) {
    this.#plan = plan;
    this.#events = events;
    this.#scene = makeScene(citations, plan);
    this.#emphasis = new Emphasis(this.#scene, look);
    this.#sigma = new Sigma(this.#scene, container, this.#settings(look));
    this.#sigma.setCustomBBox(extent(plan.bounds));
    this.#overlay = new Overlay(this.#sigma, this.#scene, this.#emphasis, plan, look);
    this.#listen();
    this.#resized();
    this.#sigma.refresh(); // so that what follows is reckoned from the plan's bounds
    this.fit(true);
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
    const spots = this.#scene.mapNodes((name) => ({ name, ...this.#overlay.disc(name) }));
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

  /**
   * Shows a selection in what the insets leave free. A camera that the reader
   * has not touched shows the whole map again, or where that would be too
   * small the PEP in the middle; a camera that the reader placed moves only if
   * the PEP is out of sight.
   */
  show(selected: number | null, insets: Insets, atOnce = false): void {
    const untouched = isAt(this.#sigma, this.#placed);
    this.#insets = insets;
    const node = selected === null ? null : this.#scene.getNodeAttributes(String(selected));
    if (!untouched) {
      if (node) reveal(this.#sigma, node, insets);
      return;
    }
    const whole = fitting(this.#sigma, this.#plan.bounds, insets);
    const full = fitting(this.#sigma, this.#plan.bounds, noInsets);
    const small = whole.ratio > smallest * full.ratio;
    this.#place(small && node ? centring(this.#sigma, node, full.ratio, insets) : whole, atOnce);
  }

  #place(state: CameraState, atOnce = false) {
    this.#placed = state;
    if (atOnce) this.#sigma.getCamera().setState(state);
    else go(this.#sigma, state);
  }

  /** Shows everything. */
  fit(atOnce = false): void {
    this.#place(fitting(this.#sigma, this.#plan.bounds, this.#insets), atOnce);
  }

  zoom(direction: 1 | -1): void {
    zoom(this.#sigma, direction);
  }

  pan(direction: Direction): void {
    const [x, y] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction] as [
      number,
      number,
    ];
    pan(this.#sigma, x * panStep, y * panStep);
  }

  /** Brings a PEP into sight if it is not. */
  reveal(number: number): void {
    reveal(this.#sigma, this.#scene.getNodeAttributes(String(number)), this.#insets);
  }

  /** Moves a PEP by a step on the screen. */
  nudge(number: number, direction: Direction): void {
    const step = 12 / (unit(this.#sigma) / this.#sigma.getCamera().ratio);
    const [x, y] = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] }[direction] as [
      number,
      number,
    ];
    this.#scene.updateNodeAttributes(String(number), (at) => ({
      ...at,
      x: at.x + x * step,
      y: at.y + y * step,
    }));
  }

  /**
   * Where an arrow key leads: to a PEP that cites this one or is cited by it,
   * and where none lies in that direction to the next one that does.
   */
  step(from: number, direction: Direction): number | null {
    const here = this.#spot(String(from));
    const linked = this.#scene.neighbors(here.name).map((name) => this.#spot(name));
    const next =
      inDirection(here, linked, direction) ??
      inDirection(
        here,
        this.#scene.mapNodes((name) => this.#spot(name)),
        direction,
      );
    return next && Number(next.name);
  }

  #spot(name: string): Spot {
    const { x, y } = this.#scene.getNodeAttributes(name);
    return { name, x, y };
  }

  /** A PEP's centre and radius in pixels of the picture. */
  whereIs(number: number): { x: number; y: number; radius: number } {
    return this.#overlay.disc(String(number));
  }

  /** How many nodes and edges the picture has. */
  get size(): { nodes: number; edges: number } {
    return { nodes: this.#scene.order, edges: this.#scene.size };
  }

  /** To be called when the picture's box may have changed. */
  resize(): void {
    this.#sigma.refresh({ schedule: true });
  }

  kill(): void {
    this.#sigma.kill();
  }
}

const extent = (b: Box) => ({
  x: [b.left, b.right] as [number, number],
  y: [b.bottom, b.top] as [number, number],
});
