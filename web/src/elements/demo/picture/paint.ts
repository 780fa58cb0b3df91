import type { Font, Ink, Measure, Sheet } from "./sheet";

/** Pixels of the picture to one of CSS: it is to be read on any screen. */
const scale = 2;

/** The page's colours and fonts, as a canvas takes them. */
export interface Look {
  inks: Record<Ink, string>;
  fonts: Record<Font, string>;
}

const inks: Ink[] = ["bg", "surface", "line", "text", "muted", "accent"];
const states: Ink[] = ["running", "runnable", "blocked", "sleeping", "done"];

/** Asks the style sheet, by an element that stands where it counts. */
export function lookOf(root: ParentNode & Node): Look {
  const probe = document.createElement("span");
  root.append(probe);
  const style = getComputedStyle(probe);
  const read = (set: (style: CSSStyleDeclaration) => void, what: "color" | "fontFamily") => {
    set(probe.style);
    return style[what];
  };
  const colour = (ink: Ink) => read((s) => (s.color = `var(--${ink})`), "color");
  const words = style.fontFamily;
  const mono = read((s) => (s.fontFamily = "var(--mono)"), "fontFamily");
  const look: Look = {
    inks: Object.fromEntries([...inks, ...states].map((ink) => [ink, colour(ink)])) as Look["inks"],
    fonts: {
      title: `650 20px ${words}`,
      words: `15px ${words}`,
      small: `12.5px ${words}`,
      code: `13px ${mono}`,
    },
  };
  probe.remove();
  return look;
}

/** Lays a sheet out by the widths of real texts and paints it, as a PNG. */
export function paint(layOut: (measure: Measure) => Sheet, look: Look): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return Promise.reject(new Error("this browser draws no pictures here"));
  const sheet = layOut((text, font) => {
    context.font = look.fonts[font];
    return context.measureText(text).width;
  });
  canvas.width = sheet.width * scale;
  canvas.height = sheet.height * scale;
  context.scale(scale, scale);
  context.fillStyle = look.inks.bg;
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const mark of sheet.marks) {
    context.fillStyle = look.inks[mark.ink];
    if (mark.kind === "rect") context.fillRect(mark.x, mark.y, mark.width, mark.height);
    else {
      context.font = look.fonts[mark.font];
      context.textAlign = mark.right ? "right" : "left";
      context.fillText(mark.text, mark.x, mark.y);
    }
  }
  return new Promise((done, failed) =>
    canvas.toBlob((png) => (png ? done(png) : failed(new Error("the picture is too large")))),
  );
}
