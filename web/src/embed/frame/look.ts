import { readState } from "../../lib/url-state";
import { colourNames, toLook } from "../protocol";

/** The look that the frame's address asks for; a post's script may ask for another. */
export const lookOfAddress = (): unknown => ({ theme: readState(location.hash)?.theme });

/** Looks as a post asks: the theme of the page, and the post's own colours on it. */
export function applyLook(asked: unknown, element: HTMLElement): void {
  const { theme, colours } = toLook(asked);
  const page = document.documentElement;
  if (theme === "auto") delete page.dataset.theme;
  else page.dataset.theme = theme;
  // An element with a theme of its own takes its colours anew, so it gets them too.
  for (const { style } of [page, element]) {
    for (const name of colourNames) style.setProperty(name, colours[name] ?? "");
  }
}
