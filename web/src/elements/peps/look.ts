// What the picture takes from the page: colours and type.

import { isDark } from "./colour";

export interface Look {
  theme: "light" | "dark";
  background: string;
  text: string;
  muted: string;
  accent: string;
  font: string;
}

/**
 * Reads the look from an element whose style carries it as plain properties:
 * custom properties need not be computed to colours, real properties are.
 */
export function readLook(probe: Element): Look {
  const style = getComputedStyle(probe);
  return {
    theme: isDark(style.backgroundColor) ? "dark" : "light",
    background: style.backgroundColor,
    text: style.color,
    muted: style.borderTopColor,
    accent: style.outlineColor,
    font: style.fontFamily,
  };
}

/** Calls back when the page or the system changes between light and dark. */
export function watchLook(changed: () => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  return () => {
    media.removeEventListener("change", changed);
    observer.disconnect();
  };
}

export const prefersStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
