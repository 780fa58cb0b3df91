// Where the map is looked at from.

import type { CameraState } from "sigma/types";
import { prefersStill } from "./look";
import type { Box } from "./plan";
import type { Stage } from "./scene";

/** Pixels at the map's edges that something else covers. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

const margin = 16;
const steps = 1.6; // what one press of + zooms by

/** Pixels per unit of the plan when the camera's ratio is 1. */
export function unit(sigma: Stage): number {
  const cameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
  const a = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState });
  const b = sigma.graphToViewport({ x: 1, y: 0 }, { cameraState });
  return Math.abs(b.x - a.x);
}

/** The camera that shows a part of the plan whole in what the insets leave free. */
export function fitting(sigma: Stage, bounds: Box, insets: Insets): CameraState {
  const { width, height } = sigma.getDimensions();
  const scale = unit(sigma);
  const [w, h] = [(bounds.right - bounds.left) * scale, (bounds.top - bounds.bottom) * scale];
  const free = {
    width: Math.max(width - insets.left - insets.right - 2 * margin, 80),
    height: Math.max(height - insets.top - insets.bottom - 2 * margin, 80),
  };
  const ratio = Math.max(w / free.width, h / free.height) || 1;
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.bottom + bounds.top) / 2 };
  return centring(sigma, middle, ratio, insets);
}

/** The camera that shows a place in the middle of what the insets leave free. */
export function centring(
  sigma: Stage,
  place: { x: number; y: number },
  ratio: number,
  insets: Insets,
): CameraState {
  const { width, height } = sigma.getDimensions();
  const cameraState = { x: 0.5, y: 0.5, angle: 0, ratio };
  const at = sigma.graphToViewport(place, { cameraState });
  const centre = {
    x: at.x + (insets.right - insets.left) / 2,
    y: at.y + (insets.bottom - insets.top) / 2,
  };
  const middle = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 }, { cameraState });
  const aim = sigma.viewportToFramedGraph(centre, { cameraState });
  return { ...cameraState, x: 0.5 + aim.x - middle.x, y: 0.5 + aim.y - middle.y };
}

/** Whether the camera stands at a state, or is on its way elsewhere. */
export function isAt(sigma: Stage, state: CameraState): boolean {
  const camera = sigma.getCamera();
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-3 * state.ratio;
  return near(camera.x, state.x) && near(camera.y, state.y) && near(camera.ratio, state.ratio);
}

/** Goes to a camera state, at once for readers who asked for stillness. */
export function go(sigma: Stage, state: Partial<CameraState>, duration = 350): void {
  const camera = sigma.getCamera();
  if (prefersStill()) camera.setState(state);
  else void camera.animate(state, { duration, easing: "cubicInOut" });
}

export function zoom(sigma: Stage, direction: 1 | -1): void {
  const camera = sigma.getCamera();
  const ratio = camera.getBoundedRatio(camera.ratio * (direction > 0 ? 1 / steps : steps));
  go(sigma, { ratio }, 200);
}

/** Moves the view by pixels. */
export function pan(sigma: Stage, dx: number, dy: number): void {
  const from = sigma.viewportToFramedGraph({ x: 0, y: 0 });
  const to = sigma.viewportToFramedGraph({ x: dx, y: dy });
  const { x, y } = sigma.getCamera().getState();
  go(sigma, { x: x + to.x - from.x, y: y + to.y - from.y }, 120);
}

/** Brings a place of the plan into what the insets leave free, if it is not there. */
export function reveal(sigma: Stage, place: { x: number; y: number }, insets: Insets): void {
  const { width, height } = sigma.getDimensions();
  const at = sigma.graphToViewport(place);
  const edge = 40;
  const inside =
    at.x >= insets.left + edge &&
    at.x <= width - insets.right - edge &&
    at.y >= insets.top + edge &&
    at.y <= height - insets.bottom - edge;
  if (inside) return;
  const centre = {
    x: (insets.left + width - insets.right) / 2,
    y: (insets.top + height - insets.bottom) / 2,
  };
  pan(sigma, at.x - centre.x, at.y - centre.y);
}
