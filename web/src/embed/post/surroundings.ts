// What a post looks like around an embed: which theme suits it there, and which
// of our colours it has set for itself.
import { colourNames, isColour, type Look } from "../protocol";

/** The look for an element: its attribute, otherwise the ground that it stands on. */
export function lookAround(element: HTMLElement): Look {
  const asked = element.getAttribute("theme");
  const theme = asked === "light" || asked === "dark" ? asked : themeBehind(element);
  const style = getComputedStyle(element);
  const colours: Record<string, string> = {};
  for (const name of colourNames) {
    const colour = style.getPropertyValue(name).trim();
    if (isColour(colour)) colours[name] = colour;
  }
  return { theme, colours };
}

/** Calls back when what decides a look may have changed. */
export function watchSurroundings(changed: () => void, signal: AbortSignal): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, { signal });
  const observer = new MutationObserver(changed);
  const attributeFilter = ["class", "style", "data-theme", "data-color-mode", "theme"];
  for (const part of [document.documentElement, document.body]) {
    if (part) observer.observe(part, { attributes: true, attributeFilter });
  }
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Light or dark, by the nearest ground that is painted; by the colour scheme where none is. */
function themeBehind(element: HTMLElement): Look["theme"] {
  for (let part: Element | null = element; part; part = parentOf(part)) {
    const brightness = brightnessOf(getComputedStyle(part).backgroundColor);
    if (brightness !== null) return brightness < 0.5 ? "dark" : "light";
  }
  const schemes = getComputedStyle(document.documentElement).colorScheme.split(" ");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  if (schemes.includes("dark")) return dark || !schemes.includes("light") ? "dark" : "light";
  return "light";
}

function parentOf(part: Element): Element | null {
  const root = part.getRootNode();
  return part.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** From 0 to 1; null for what shows through. */
function brightnessOf(colour: string): number | null {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return alpha < 128 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}
