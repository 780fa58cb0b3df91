// Sigma, set up for a scene.

import Sigma from "sigma";
import type { Emphasis } from "./emphasis";
import { prefersStill, type Look } from "./look";
import type { Proposal } from "./overlay";
import type { Scene, SceneEdge, SceneNode, Stage } from "./scene";
import { StatusProgram } from "./status-program";

/** References from which they are left out while the view moves. */
export const heavy = 20_000;

const atOnce = { zoomDuration: 1, inertiaDuration: 1, doubleClickZoomingDuration: 1 };

/** Labels are proposed, not drawn; a setting that came later would go through all nodes again. */
export function makeStage(
  scene: Scene,
  container: HTMLElement,
  emphasis: Emphasis,
  look: Look,
  propose: (label: Proposal) => void,
): Stage {
  return new Sigma<SceneNode, SceneEdge>(scene, container, {
    defaultDrawNodeLabel: (_, data) => propose(data as unknown as Proposal),
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
    hideEdgesOnMove: scene.size > heavy,
    minCameraRatio: 0.03,
    maxCameraRatio: 3,
    enableCameraRotation: false,
    ...(prefersStill() ? atOnce : {}),
  });
}
