// What the reader does to the picture with pointer, finger or pen.

import { attachArea, shifted, type Area } from "./area";
import { attachDrag } from "./drag";
import type { Finder } from "./finder";
import type { Scene, Stage } from "./scene";
import type { Place } from "./state";

export interface DrawingEvents {
  /** A PEP was clicked, or the ground (null); more: beside what is selected. */
  onPick(number: number | null, more: boolean): void;
  /** PEPs in an area were chosen. */
  onArea(numbers: number[]): void;
  /** A reference that is drawn was clicked. */
  onReference(from: number, to: number): void;
  /** The pointer came to a PEP, or left it (null). */
  onPoint(number: number | null): void;
  /** A PEP was put somewhere. */
  onPin(number: number, place: Place): void;
  /** Something moved: what is pinned to a PEP must move too. */
  onMove(): void;
  /** Whether a tap means one more PEP, and a drag an area. */
  severalWanted(): boolean;
}

/** What of sigma asks for the node under the pointer. */
interface Picking {
  getNodeAtPosition(at: { x: number; y: number }): string | null;
  pickingLayers: Set<string>;
}

/**
 * Sigma draws all nodes a second time and reads one pixel of that back at each
 * gesture, which waits for all that is being drawn: in software more than half of
 * a frame. Reckoning takes a thousandth of it.
 */
function reckon(sigma: Stage, finder: Finder) {
  const picking = sigma as unknown as Picking;
  picking.pickingLayers.clear();
  picking.getNodeAtPosition = (at) => finder.node(at);
}

/** Listens to gestures; gives the area that is being drawn up. */
export function attachGestures(
  sigma: Stage,
  scene: Scene,
  finder: Finder,
  events: DrawingEvents,
): Area {
  const { onPick, onPoint, onPin, onArea, onReference, severalWanted } = events;
  reckon(sigma, finder);
  const drag = attachDrag(sigma, scene, (node) => {
    const { x, y } = scene.getNodeAttributes(node);
    onPin(Number(node), [x, y]);
  });
  const area = attachArea(sigma, {
    wanted: severalWanted,
    onArea: (rect) => onArea(finder.inside(rect)),
  });
  const point = (node: string | null) => {
    if (!drag.active()) onPoint(node === null ? null : Number(node));
  };
  const more = (event: MouseEvent | TouchEvent) => shifted(event) || severalWanted();
  sigma.on("enterNode", ({ node }) => point(node));
  sigma.on("leaveNode", () => point(null));
  sigma.on("clickNode", ({ node, event }) => {
    if (!drag.last()) onPick(Number(node), more(event.original));
  });
  sigma.on("clickStage", ({ event }) => {
    if (area.last()) return;
    const pep = finder.near(event);
    const reference = pep === null ? finder.reference(event) : null;
    if (reference) onReference(...reference);
    else onPick(pep, more(event.original));
  });
  return area;
}
