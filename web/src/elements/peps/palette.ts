// What a status looks like: a colour and a shape, so that nobody needs the
// colour. Any two colours of a theme differ by 20 and more (CIE76) under each
// of the three colour blindnesses (Machado, Oliveira and Fernandes, 2009) and
// have a contrast of 3 to 1 with the theme's background; a test measures both.

import { mix } from "./colour";
import type { Shape } from "./shapes";

export interface StatusLook {
  shape: Shape;
  light: string;
  dark: string;
}

/**
 * Solid shapes are in force or may come, open ones were put aside; the order
 * is that of the legend.
 */
export const statuses: Record<string, StatusLook> = {
  Final: { shape: "disc", light: "#2a5e8b", dark: "#5fabf4" },
  Active: { shape: "square", light: "#3b9b58", dark: "#8ec891" },
  Accepted: { shape: "up", light: "#738d98", dark: "#35e7fe" },
  Provisional: { shape: "down", light: "#033733", dark: "#b8fff4" },
  Draft: { shape: "diamond", light: "#c77601", dark: "#ffc04a" },
  Deferred: { shape: "box", light: "#553aa1", dark: "#976ab1" },
  Withdrawn: { shape: "ring", light: "#6c635a", dark: "#73857e" },
  Rejected: { shape: "cross", light: "#cb3a30", dark: "#fe7551" },
  Superseded: { shape: "lozenge", light: "#562402", dark: "#926246" },
  "April Fool!": { shape: "plus", light: "#cd5dc8", dark: "#f58ac3" },
};

/** For a status that PEP 1 did not know when this was written. */
export const unknown: StatusLook = { shape: "disc", light: "#767676", dark: "#8b9095" };

export const statusLook = (status: string): StatusLook =>
  Object.hasOwn(statuses, status) ? statuses[status]! : unknown;

/** Ranks and years: from near the background's lightness away from it. */
export const ramps = {
  light: ["#a8842c", "#a3592f", "#86315a", "#52246f", "#1b1440"],
  dark: ["#7d6fb3", "#b0699f", "#e07a6f", "#f4ad5e", "#fff0a8"],
} as const;

/** The look of a class, of so many; between two colours where there are more classes. */
export function ramp(i: number, count: number): StatusLook {
  const at = (colours: readonly string[]) => {
    const place = count < 2 ? 0 : (i / (count - 1)) * (colours.length - 1);
    const low = Math.min(Math.floor(place), colours.length - 2);
    return mix(colours[low]!, colours[low + 1]!, place - low);
  };
  return { shape: "disc", light: at(ramps.light), dark: at(ramps.dark) };
}

/** References that came or went, in the colours of PEPs that did. */
export const edgeChanges = {
  added: statuses["Active"]!,
  removed: statuses["Rejected"]!,
} as const;

/** References of a PEP: those it makes, and those made to it, which are dashed too. */
export const directions = {
  cites: { light: "#0b6770", dark: "#6cc6cf" },
  citedBy: { light: "#b3541e", dark: "#ffab73" },
} as const;
