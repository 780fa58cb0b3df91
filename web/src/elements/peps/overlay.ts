// What is drawn with the canvas' own means over sigma's WebGL: guides and the
// references of some PEPs below the nodes, names and marks above them.

import { drawArea } from "./area";
import { none } from "./attributes";
import { distanceToLine, drawArrow, type Disc } from "./arrows";
import type { Emphasis } from "./emphasis";
import { smallestGroup } from "./group-walk";
import { drawGuides } from "./guides";
import { drawHullNames, drawHulls, type Group } from "./hulls";
import { drawCaption, drawLabels, type LabelRequest, type Rect } from "./labels";
import type { Look } from "./look";
import { directions } from "./palette";
import { drawPin } from "./pins";
import type { Box, Plan } from "./plan";
import type { Scene, Stage } from "./scene";

const titleFrom = 7; // pixels of radius from which a PEP's title is written too

/** What sigma hands to a function that draws a label. */
export interface Proposal {
  key: string;
  label: string | null;
  x: number;
  y: number;
  size: number;
}

export class Overlay {
  look: Look;
  plan: Plan;
  pins: ReadonlySet<string> = new Set();
  /** The words above the tray, for a number of isolated PEPs, and of a guide. */
  caption: (isolated: number) => string = () => "";
  guideText: (label: string) => string = (label) => label;
  /** The area that is being selected, in pixels. */
  area: () => Rect | null = () => null;

  #sigma: Stage;
  #scene: Scene;
  #emphasis: Emphasis;
  #isolated: number;
  #bySize: string[]; // the largest first
  #labels: LabelRequest[] = [];

  constructor(sigma: Stage, scene: Scene, emphasis: Emphasis, plan: Plan, look: Look) {
    this.#sigma = sigma;
    this.#scene = scene;
    this.#emphasis = emphasis;
    this.plan = plan;
    this.look = look;
    this.#isolated = scene.filterNodes((node) => scene.degree(node) === 0).length;
    this.#bySize = scene.nodes().reverse(); // a scene has the largest last
    sigma.on("beforeRender", () => (this.#labels = []));
  }

  /** Takes a label that sigma would draw, until the map is drawn. */
  propose({ key, label, x, y, size }: Proposal): void {
    if (!label || key === this.#emphasis.pointed) return; // the tip says who is pointed at
    this.#labels.push(this.#request(key, { x, y, radius: size }));
  }

  /** Where a node stands on the screen. */
  disc(node: string): Disc {
    const data = this.#scene.getNodeAttributes(node);
    const { x, y } = this.#sigma.graphToViewport(data);
    return { x, y, radius: this.#sigma.scaleSize(Math.max(data.size, this.#emphasis.floor)) };
  }

  #request(key: string, disc: Disc): LabelRequest {
    const { foci, selected } = this.#emphasis;
    const special = foci.has(key) ? 2e6 : selected.has(key) ? 1e6 : 0;
    return {
      ...disc,
      number: key,
      title: this.#scene.getNodeAttribute(key, "title"),
      rank: special + disc.radius,
      wantsTitle: special > 0 || disc.radius >= titleFrom,
    };
  }

  /** Sigma has a layer between edges and nodes, meant for edge labels, and one above the nodes. */
  draw(): void {
    const { edgeLabels, labels, hovers, hoverNodes } = this.#sigma.getCanvases();
    const [below, above] = [edgeLabels?.getContext("2d"), labels?.getContext("2d")];
    if (!edgeLabels || !below || !above || !this.#sigma.getGraph().order) return;
    hovers!.hidden = true; // each layer is work for whoever puts them together
    hoverNodes!.hidden = this.#emphasis.pointed === null;
    // Chromium goes on showing the last frame of a canvas that is only cleared.
    const { foci, way } = this.#emphasis;
    const guided = this.plan.guides.length > 0;
    const { hulls } = this.#emphasis.sight.view;
    edgeLabels.hidden = foci.size === 0 && way.length === 0 && !guided && !hulls;
    if (guided) this.#drawGuides(below);
    const groups = hulls ? this.#groups() : [];
    if (hulls) drawHulls(below, groups);
    this.#drawReferences(below);
    this.#drawMarks(above);
    this.#drawTray(above);
    const names = drawHullNames(above, groups, this.look);
    drawLabels(above, this.#labels, this.look, [...names, ...this.#large()]);
    const area = this.area();
    if (area) drawArea(above, area, this.look.accent);
  }

  /** Nodes that no name may run across. */
  #large(): Rect[] {
    const taken: Rect[] = [];
    for (const node of this.#bySize) {
      const { x, y, radius } = this.disc(node);
      if (radius < titleFrom) break;
      if (!this.#emphasis.passes(node)) continue;
      const r = radius * 0.8;
      taken.push({ left: x - r, right: x + r, top: y - r, bottom: y + r });
    }
    return taken;
  }

  #drawGuides(context: CanvasRenderingContext2D) {
    const { layout, hulls } = this.#emphasis.sight.view;
    const named = layout === "community" && hulls; // the outlines bear the same names
    const guides = this.plan.guides.map(({ label, box }) => ({
      label: named ? "" : this.guideText(label),
      rect: this.#rect(box),
    }));
    drawGuides(context, layout, guides, this.look);
  }

  /** Communities of some size, as they stand on the screen. */
  #groups(): Group[] {
    const { sight } = this.#emphasis;
    if (!sight.reader.knows("community")) return [];
    const members = new Map<string, string[]>();
    for (const node of this.#bySize) {
      if (!this.#emphasis.passes(node)) continue;
      const { pep } = this.#scene.getNodeAttributes(node);
      const community = sight.reader.values("community", pep)[0]!;
      if (community === none) continue; // it is there no more
      const list = members.get(community);
      if (list) list.push(node);
      else members.set(community, [node]);
    }
    const large = [...members].filter(([, nodes]) => nodes.length >= smallestGroup);
    return large.map(([community, nodes]) => {
      const { pep } = this.#scene.getNodeAttributes(nodes[0]!);
      const own = sight.view.colour === "community";
      return {
        name: sight.groupNames[Number(community)] ?? community,
        colour: own ? sight.paint.swatch(pep)[this.look.theme] : this.look.accent,
        points: nodes.map((node) => this.disc(node)),
      };
    });
  }

  #drawReferences(context: CanvasRenderingContext2D) {
    const { foci, way } = this.#emphasis;
    if (way.length > 0) return this.#drawWay(context, way);
    for (const focus of foci) this.#drawReferencesOf(context, focus, foci);
  }

  /** Those between two of the foci are drawn once, as made. */
  #drawReferencesOf(
    context: CanvasRenderingContext2D,
    focus: string,
    foci: ReadonlySet<string>,
  ): void {
    const { theme } = this.look;
    const here = this.disc(focus);
    const made = { colour: directions.cites[theme], dashed: false };
    const received = { colour: directions.citedBy[theme], dashed: true };
    for (const node of this.#scene.inNeighbors(focus)) {
      if (foci.has(node) || !this.#emphasis.lets(node, focus)) continue;
      drawArrow(context, this.disc(node), here, received);
    }
    for (const node of this.#scene.outNeighbors(focus)) {
      if (!this.#emphasis.lets(focus, node)) continue;
      drawArrow(context, here, this.disc(node), made);
    }
  }

  /** The drawn reference nearest to a place, within some pixels. */
  referenceAt(at: { x: number; y: number }, within: number): [from: number, to: number] | null {
    let best: [number, number] | null = null;
    let least = within;
    for (const focus of this.#emphasis.foci) {
      this.#scene.forEachEdge(focus, (_edge, _data, from, to) => {
        if (!this.#emphasis.lets(from, to)) return;
        const distance = distanceToLine(at, this.disc(from), this.disc(to));
        if (distance < least) [best, least] = [[Number(from), Number(to)], distance];
      });
    }
    return best;
  }

  /** Each step of a way, with the arrow head where the reference points. */
  #drawWay(context: CanvasRenderingContext2D, way: readonly string[]) {
    const colour = directions.cites[this.look.theme];
    for (const [i, to] of way.entries()) {
      const from = way[i - 1];
      if (from === undefined) continue;
      const forwards = this.#scene.hasEdge(from, to);
      const [a, b] = forwards ? [from, to] : [to, from];
      drawArrow(context, this.disc(a), this.disc(b), { colour, dashed: !forwards });
    }
  }

  /** A ring about selected PEPs, a thin one about the one pointed at, a pin's head at pinned ones. */
  #drawMarks(context: CanvasRenderingContext2D) {
    const { pointed, selected } = this.#emphasis;
    context.setLineDash([]);
    context.strokeStyle = this.look.text;
    if (pointed !== null) ring(context, this.disc(pointed), 1);
    for (const node of selected) ring(context, this.disc(node), 2);
    for (const node of this.pins) {
      if (this.#emphasis.seen(node))
        drawPin(context, this.disc(node), this.look.text, this.look.background);
    }
  }

  #drawTray(context: CanvasRenderingContext2D) {
    const { tray } = this.plan;
    if (!tray) return;
    drawCaption(context, this.caption(this.#isolated), this.#rect(tray), this.look);
  }

  #rect(box: Box): Rect {
    const low = this.#sigma.graphToViewport({ x: box.left, y: box.bottom });
    const high = this.#sigma.graphToViewport({ x: box.right, y: box.top });
    return { left: low.x, right: high.x, top: high.y, bottom: low.y };
  }
}

function ring(context: CanvasRenderingContext2D, disc: Disc, width: number) {
  context.lineWidth = width;
  context.beginPath();
  context.arc(disc.x, disc.y, disc.radius * 1.3 + 2.5, 0, 2 * Math.PI);
  context.stroke();
}
