import { describe, expect, test } from "vitest";
import { isDark, linear, luminance, mix, parseColour, type Rgb } from "./colour";
import { directions, ramps, statuses, statusLook } from "./palette";

// Backgrounds that the map may stand on: the site's page and surface.
const backgrounds = { light: ["#fdfcf9", "#f6f3ec"], dark: ["#14181b", "#1b2024"] };
const themes = ["light", "dark"] as const;

// Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
type Matrix = readonly (readonly [number, number, number])[];
const sights: Record<string, Matrix> = {
  "full sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const apply = (m: Matrix, v: Rgb): Rgb =>
  m.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Rgb;

function lab(light: Rgb): Rgb {
  const [x, y, z] = apply(
    [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
    ],
    light.map((c) => Math.min(1, Math.max(0, c))) as unknown as Rgb,
  ).map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)) as unknown as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(a: string, b: string, sight: Matrix): number {
  const seen = (colour: string) =>
    lab(apply(sight, parseColour(colour).map(linear) as unknown as Rgb));
  const [p, q] = [seen(a), seen(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

describe.each(themes)("%s", (theme) => {
  const colours = Object.entries(statuses).map(([name, look]) => [name, look[theme]] as const);

  test.each(Object.entries(sights))("any two statuses differ under %s", (_, sight) => {
    for (const [i, [name, colour]] of colours.entries()) {
      for (const [other, otherColour] of colours.slice(0, i)) {
        const d = difference(colour, otherColour, sight);
        expect(d, `${name} and ${other}`).toBeGreaterThanOrEqual(20);
      }
    }
  });

  test.each(Object.entries(sights))("the two directions differ under %s", (_, sight) => {
    const d = difference(directions.cites[theme], directions.citedBy[theme], sight);
    expect(d).toBeGreaterThanOrEqual(20);
  });

  test("every colour stands out from the background", () => {
    const all = [...colours, ...Object.entries(directions).map(([n, c]) => [n, c[theme]] as const)];
    for (const [name, colour] of all) {
      for (const background of backgrounds[theme]) {
        expect(contrast(colour, background), `${name} on ${background}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

test("every status has a shape of its own", () => {
  const shapes = Object.values(statuses).map((look) => look.shape);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test("a status nobody knows still has a look", () => {
  expect(statusLook("Pondered").shape).toBe("disc");
  expect(statusLook("constructor").shape).toBe("disc");
});

test("colours are read and mixed", () => {
  expect(parseColour("rgb(1, 2, 3)")).toEqual([1, 2, 3]);
  expect(parseColour("rgb(253 252 249 / 0.5)")).toEqual([253, 252, 249]);
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(isDark("#14181b")).toBe(true);
  expect(isDark("rgb(253, 252, 249)")).toBe(false);
});

test("ramps go from the background away, never too near to it", () => {
  for (const [theme, ground] of [
    ["light", "#fdfcf9"],
    ["dark", "#14181b"],
  ] as const) {
    const steps = ramps[theme].map((colour) => contrast(colour, ground));
    expect(Math.min(...steps), theme).toBeGreaterThanOrEqual(3);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  }
});
