// How a picture must be moved and scaled to stand for another view of the same map.

import type { CameraState } from "sigma/types";

export interface Shift {
  scale: number;
  x: number; // pixels
  y: number;
}

interface Projection {
  graphToViewport(
    place: { x: number; y: number },
    view?: { cameraState?: CameraState },
  ): { x: number; y: number };
}

/** From the view of a camera to the view that is now. */
export function shiftBetween(map: Projection, from: CameraState): Shift {
  const corners = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
  ] as const;
  const [a, b] = corners.map((place) => map.graphToViewport(place, { cameraState: from }));
  const [c, d] = corners.map((place) => map.graphToViewport(place));
  const scale = (d!.x - c!.x) / (b!.x - a!.x);
  return { scale, x: c!.x - scale * a!.x, y: c!.y - scale * a!.y };
}

const furthest = 0.3; // of the picture's width or height
const largest = 1.8; // times

/** Whether a picture so moved shows too little or too coarsely what is in view. */
export function strays({ scale, x, y }: Shift, box: { width: number; height: number }): boolean {
  if (scale > largest || scale < 1 / largest) return true;
  const blank = (at: number, size: number) =>
    Math.max(at, size - (at + scale * size)) > furthest * size;
  return blank(x, box.width) || blank(y, box.height);
}
