import { states, type State } from "./model";
import type { Tile } from "./pixels";

/** Colours of the page, as a canvas takes them. */
export interface Ink {
  ground: string;
  raised: string;
  text: string;
  muted: string;
  line: string;
  accent: string;
  states: Record<State, string>;
  /** What a state's bar is filled with: the palette has a pattern for each but running. */
  tiles: Record<State, Tile>;
  /** The same without patterns, and the colour of text. */
  solid: Record<State | "text", Tile>;
  font: string;
}

/** The names of the colours that stand in the style sheet, where a canvas cannot read them. */
export const inkNames = ["ground", "raised", "text", "muted", "line", "accent", ...states];

/** Colours as the page computes them: a canvas knows no custom properties. */
export function inkOf(root: ParentNode, scale: number): Ink {
  const colour = (name: string) => {
    const probe = root.querySelector(`.inks .${name}`);
    return probe ? getComputedStyle(probe).color : "#888";
  };
  const host = root.querySelector("section");
  const ground = colour("ground");
  const each = Object.fromEntries(states.map((state) => [state, colour(state)])) as Ink["states"];
  return {
    ground,
    raised: colour("raised"),
    text: colour("text"),
    muted: colour("muted"),
    line: colour("line"),
    accent: colour("accent"),
    states: each,
    tiles: tilesOf(each, ground, scale),
    solid: { ...solids(each), text: tile(colour("text"), ground, 1, 1) },
    font: host ? getComputedStyle(host).fontFamily : "sans-serif",
  };
}

const solids = (colours: Ink["states"]) =>
  Object.fromEntries(states.map((s) => [s, tile(colours[s], "", 1, 1)])) as Record<State, Tile>;

function tilesOf(colours: Ink["states"], ground: string, scale: number): Ink["tiles"] {
  const over = (state: State, size: number, draw: (tile: CanvasRenderingContext2D) => void) =>
    tile(colours[state], ground, size, scale, draw);
  return {
    ...solids(colours),
    runnable: over("runnable", 5, (t) => {
      t.beginPath();
      t.arc(2.5, 2.5, 1.1, 0, Math.PI * 2);
      t.fill();
    }),
    blocked: over("blocked", 6, (t) => {
      t.lineWidth = 1.7;
      t.beginPath();
      for (const x of [-6, 0, 6]) {
        t.moveTo(x - 1, 7);
        t.lineTo(x + 7, -1);
      }
      t.stroke();
    }),
    sleeping: over("sleeping", 8, (t) => t.fillRect(5, 0, 3, 8)),
  };
}

/** A tile of a state's colour with the ground showing through; it is as fine as the screen. */
function tile(
  colour: string,
  ground: string,
  size: number,
  scale: number,
  draw: (tile: CanvasRenderingContext2D) => void = () => {},
): Tile {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.max(1, Math.round(size * scale));
  const t = canvas.getContext("2d", { willReadFrequently: true });
  if (!t) return { size: 1, pixels: Uint32Array.of(0xff888888) };
  t.scale(canvas.width / size, canvas.height / size);
  t.fillStyle = colour;
  t.fillRect(0, 0, size, size);
  t.fillStyle = t.strokeStyle = ground;
  draw(t);
  const { data } = t.getImageData(0, 0, canvas.width, canvas.height);
  return { size: canvas.width, pixels: new Uint32Array(data.buffer) };
}
