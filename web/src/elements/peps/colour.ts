// Colours as the canvas and the sheets of the page give them.

export type Rgb = readonly [number, number, number];

/** Reads "#rrggbb", "rgb(1, 2, 3)" and "rgb(1 2 3 / 1)"; anything else is mid-grey. */
export function parseColour(text: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (hex) return [parseInt(hex[1]!, 16), parseInt(hex[2]!, 16), parseInt(hex[3]!, 16)];
  const rgb = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)/.exec(text);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : [128, 128, 128];
}

export const hexColour = (rgb: Rgb) =>
  "#" + rgb.map((c) => Math.round(c).toString(16).padStart(2, "0")).join("");

/** The colour between two, part of the way from a to b. */
export function mix(a: string, b: string, part: number): string {
  const [from, to] = [parseColour(a), parseColour(b)];
  return hexColour([
    from[0] + (to[0] - from[0]) * part,
    from[1] + (to[1] - from[1]) * part,
    from[2] + (to[2] - from[2]) * part,
  ]);
}

/** A channel from 0 to 255 as the light it gives, 0 to 1. */
export const linear = (channel: number) =>
  channel <= 10.31475 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

/** Relative luminance of WCAG 2: 0 is black, 1 is white. */
export function luminance(colour: string): number {
  const [r, g, b] = parseColour(colour);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

export const isDark = (background: string) => luminance(background) < 0.18;
