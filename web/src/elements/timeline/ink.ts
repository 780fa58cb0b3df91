import { states, type State } from "./model";

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
  fills: Record<State, string | CanvasPattern>;
  font: string;
}

/** The names of the colours that stand in the style sheet, where a canvas cannot read them. */
export const inkNames = ["ground", "raised", "text", "muted", "line", "accent", ...states];

/** Colours as the page computes them: a canvas knows no custom properties. */
export function inkOf(root: ParentNode, c: CanvasRenderingContext2D, scale: number): Ink {
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
    fills: fillsOf(c, each, ground, scale),
    font: host ? getComputedStyle(host).fontFamily : "sans-serif",
  };
}

function fillsOf(
  c: CanvasRenderingContext2D,
  colours: Ink["states"],
  ground: string,
  scale: number,
): Ink["fills"] {
  const over = (state: State, size: number, draw: (tile: CanvasRenderingContext2D) => void) =>
    pattern(c, colours[state], ground, size, scale, draw) ?? colours[state];
  return {
    ...colours,
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
function pattern(
  c: CanvasRenderingContext2D,
  colour: string,
  ground: string,
  size: number,
  scale: number,
  draw: (tile: CanvasRenderingContext2D) => void,
): CanvasPattern | null {
  const tile = document.createElement("canvas");
  tile.width = tile.height = Math.round(size * scale);
  const t = tile.getContext("2d");
  if (!t) return null;
  t.scale(tile.width / size, tile.height / size);
  t.fillStyle = colour;
  t.fillRect(0, 0, size, size);
  t.fillStyle = t.strokeStyle = ground;
  draw(t);
  const made = c.createPattern(tile, "repeat");
  made?.setTransform(new DOMMatrix().scale(size / tile.width, size / tile.height));
  return made;
}
