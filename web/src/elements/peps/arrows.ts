// The references of one PEP: those it makes drawn through, those made to it
// dashed, each with an arrow head at the PEP that is cited.

export interface Disc {
  x: number; // in pixels, y downwards
  y: number;
  radius: number;
}

export interface ArrowStyle {
  colour: string;
  dashed: boolean;
}

const width = 1.5;
const head = 7;

/** Draws an arrow between two discs, from the edge of one to the edge of the other. */
export function drawArrow(
  context: CanvasRenderingContext2D,
  from: Disc,
  to: Disc,
  style: ArrowStyle,
): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const free = length - from.radius - to.radius - 2;
  if (free <= 0) return; // they touch: the neighbourhood says it
  const [ux, uy] = [dx / length, dy / length];
  const tip = { x: to.x - ux * (to.radius + 2), y: to.y - uy * (to.radius + 2) };
  const size = Math.min(head, free);
  const neck = { x: tip.x - ux * size, y: tip.y - uy * size };
  context.strokeStyle = context.fillStyle = style.colour;
  context.lineWidth = width;
  context.setLineDash(style.dashed ? [5, 4] : []);
  context.beginPath();
  context.moveTo(from.x + ux * from.radius, from.y + uy * from.radius);
  context.lineTo(neck.x, neck.y);
  context.stroke();
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(neck.x - uy * size * 0.42, neck.y + ux * size * 0.42);
  context.lineTo(neck.x + uy * size * 0.42, neck.y - ux * size * 0.42);
  context.fill();
}

type Point = Pick<Disc, "x" | "y">;

/** How far a place is from a straight line between two others. */
export function distanceToLine(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - a.x - part * dx, at.y - a.y - part * dy);
}
