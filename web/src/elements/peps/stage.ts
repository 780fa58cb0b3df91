// Sigma, set up for a scene.

import Sigma from "sigma";
import { matrixFromCamera } from "sigma/utils";
import type { Emphasis } from "./emphasis";
import { prefersStill, type Look } from "./look";
import type { Proposal } from "./overlay";
import type { Panes } from "./panes";
import { emptyScene, type SceneEdge, type SceneNode } from "./scene";
import { StatusProgram } from "./status-program";

/** References from which they are left out while the view moves. */
export const heavy = 20_000;

const atOnce = { zoomDuration: 1, inertiaDuration: 1, doubleClickZoomingDuration: 1 };

export class Kept extends Sigma<SceneNode, SceneEdge> {
  /** Takes a label that sigma would draw. */
  propose: (label: Proposal) => void = () => {};

  /** Reckons where things are, and draws, now: sigma may have drawn before it knew the bounds, and would keep to that. */
  reckon(): void {
    const inside = this as unknown as { needToProcess: boolean; render(): void };
    inside.needToProcess = true;
    inside.render();
    this.aim();
  }

  /** Takes in what has been refreshed, so that drawing it is a task of its own. */
  digest(): void {
    const inside = this as unknown as { needToProcess: boolean; process(): void };
    if (!inside.needToProcess) return;
    inside.process();
    inside.needToProcess = false;
  }

  /** Places on the screen are from now on those of the camera, not of what was drawn last. */
  aim(): void {
    const at = [
      this.getCamera().getState(),
      this.getDimensions(),
      this.getGraphDimensions(),
      this.getStagePadding(),
    ] as const;
    const [matrix, invMatrix] = [matrixFromCamera(...at), matrixFromCamera(...at, true)];
    Object.assign(this, { matrix, invMatrix });
  }

  /** To take the graph in and to draw it are two tasks, always. */
  override refresh(options?: Parameters<Sigma["refresh"]>[0]) {
    return super.refresh({ ...options, schedule: true });
  }
}

/** Sigma wants its programs at the start, and to compile one takes its time: arrows are drawn by the overlay. */
(Kept.prototype as unknown as Programs).registerEdgeProgram = function (key, program) {
  if (key === "line")
    (Sigma.prototype as unknown as Programs).registerEdgeProgram.call(this, key, program);
  return this;
};

interface Programs {
  registerEdgeProgram(key: string, program: unknown): unknown;
}

/** Sigma with its canvases in place of those that it would make; it makes them before it has members. */
function keptOn(panes: Panes): typeof Kept {
  return class extends Kept {
    override createCanvas(id: string, options?: object) {
      const own = super.createCanvas(id, options as never);
      const pane = panes.canvas(id);
      if (!pane) return own;
      pane.className = own.className;
      pane.style.cssText = own.style.cssText;
      own.replaceWith(pane);
      (this as unknown as { elements: Record<string, HTMLElement> }).elements[id] = pane;
      return pane;
    }
  };
}

/**
 * Labels are proposed, not drawn; a setting that came later would go through all
 * nodes again. There is no scene yet: programs are work enough for one task.
 */
export function makeStage(
  panes: Panes,
  edges: number,
  container: HTMLElement,
  emphasis: Emphasis,
  look: Look,
): Kept {
  const stage: Kept = new (keptOn(panes))(emptyScene(), container, {
    defaultDrawNodeLabel: (_, data) => stage.propose(data as unknown as Proposal),
    nodeProgramClasses: { circle: StatusProgram },
    nodeReducer: emphasis.node,
    edgeReducer: emphasis.edge,
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
    hideEdgesOnMove: edges > heavy,
    minCameraRatio: 0.03,
    maxCameraRatio: 3,
    enableCameraRotation: false,
    ...(prefersStill() ? atOnce : {}),
  });
  return stage;
}
