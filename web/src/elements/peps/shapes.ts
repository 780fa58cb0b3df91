// The shapes of statuses: for the map's shader by number, for the page as SVG.

export const shapes = [
  "disc",
  "square",
  "up",
  "down",
  "diamond",
  "ring",
  "box",
  "lozenge",
  "cross",
  "plus",
] as const;

export type Shape = (typeof shapes)[number];

/** Shapes from this number to that are open: filled with the background. */
export const firstOpen = shapes.indexOf("ring");
export const lastOpen = shapes.indexOf("lozenge");

export const isOpen = (shape: Shape) => {
  const i = shapes.indexOf(shape);
  return i >= firstOpen && i <= lastOpen;
};

/** Outlines in a square from -1.4 to 1.4, y downwards, of about equal area. */
export const outlines: Record<Shape, string> = {
  disc: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z",
  square: "M-.88-.88H.88V.88H-.88Z",
  up: "M0-1.3L1.13.65H-1.13Z",
  down: "M0 1.3L1.13-.65H-1.13Z",
  diamond: "M0-1.25L1.25 0L0 1.25L-1.25 0Z",
  ring: "M-.85 0A.85.85 0 1 1 .85 0A.85.85 0 1 1-.85 0Z",
  box: "M-.74-.74H.74V.74H-.74Z",
  lozenge: "M0-1.05L1.05 0L0 1.05L-1.05 0Z",
  cross:
    "M-1.07-.56L-.56-1.07L0-.51L.56-1.07L1.07-.56L.51 0L1.07.56L.56 1.07L0 .51L-.56 1.07L-1.07.56L-.51 0Z",
  plus: "M-.36-1.15H.36V-.36H1.15V.36H.36V1.15H-.36V.36H-1.15V-.36H-.36Z",
};
