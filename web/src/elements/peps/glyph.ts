// A status as the map draws it, for the page around it.

import { svg } from "lit";
import { statusLook, type StatusLook } from "./palette";
import { isOpen, outlines } from "./shapes";

export type Theme = "light" | "dark";

/** Says nothing to a screen reader: the status stands beside it in words. */
export const glyph = (status: string, theme: Theme) => drawGlyph(statusLook(status), theme);

export function drawGlyph(look: StatusLook, theme: Theme) {
  const open = isOpen(look.shape);
  return svg`<svg class="glyph" viewBox="-1.4 -1.4 2.8 2.8" aria-hidden="true">
    <path d=${outlines[look.shape]} fill=${open ? "none" : look[theme]}
      stroke=${open ? look[theme] : "none"} stroke-width=${open ? 0.34 : 0}></path>
  </svg>`;
}
