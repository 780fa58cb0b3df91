import type { State } from "../../../lib/ribbon";

/** What a colour is for; which it is the page's theme says. */
export type Ink = "bg" | "surface" | "line" | "text" | "muted" | "accent" | State;
export type Font = "title" | "words" | "small" | "code";

/** A text stands on its line: y is its base, x its left end, or its right one. */
export type Mark =
  | { kind: "text"; x: number; y: number; text: string; font: Font; ink: Ink; right: boolean }
  | { kind: "rect"; x: number; y: number; width: number; height: number; ink: Ink };

/** A picture to be painted, in pixels of CSS. */
export interface Sheet {
  width: number;
  height: number;
  marks: Mark[];
}

/** Letters of writing that has no spaces between words: a line may end before any of them. */
const anywhere = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** How wide a text is, in pixels of CSS. */
export type Measure = (text: string, font: Font) => number;

/** Height of a line of text. */
export const lineOf: Record<Font, number> = { title: 30, words: 22, small: 18, code: 18 };
const margin = 24;

/** A sheet that is filled from top to bottom. */
export class Column {
  readonly marks: Mark[] = [];
  y = margin;

  constructor(
    readonly width: number,
    private readonly measure: Measure,
  ) {}

  get left(): number {
    return margin;
  }

  get inner(): number {
    return this.width - 2 * margin;
  }

  /** A text on as many lines as it takes, at most so many. */
  paragraph(text: string, font: Font, ink: Ink, most = Infinity): void {
    const lines = this.wrap(text, font);
    if (lines.length > most) lines[most - 1] = this.fit(`${lines[most - 1]}…`, font, this.inner);
    for (const line of lines.slice(0, most)) this.line(line, font, ink);
  }

  line(text: string, font: Font, ink: Ink): void {
    this.text(text, this.left, font, ink);
    this.y += lineOf[font];
  }

  /** A text on the line that begins at y. */
  text(text: string, x: number, font: Font, ink: Ink, right = false): void {
    const base = this.y + Math.round(lineOf[font] * 0.72);
    this.marks.push({ kind: "text", x, y: base, text, font, ink, right });
  }

  rect(x: number, width: number, height: number, ink: Ink, below = 0): void {
    this.marks.push({ kind: "rect", x, y: this.y + below, width, height, ink });
  }

  space(height: number): void {
    this.y += height;
  }

  widthOf(text: string, font: Font): number {
    return this.measure(text, font);
  }

  /** The text, or as much of it as there is room for. */
  fit(text: string, font: Font, room: number): string {
    if (this.measure(text, font) <= room) return text;
    const letters = Array.from(text);
    let [few, many] = [0, letters.length];
    while (few + 1 < many) {
      const middle = (few + many) >> 1;
      const fits = this.measure(`${letters.slice(0, middle).join("")}…`, font) <= room;
      if (fits) few = middle;
      else many = middle;
    }
    return `${letters.slice(0, few).join("")}…`;
  }

  end(): Sheet {
    return { width: this.width, height: this.y + margin, marks: this.marks };
  }

  /** Breaks a text between words, and where a word has no room, or no spaces, anywhere. */
  private wrap(text: string, font: Font): string[] {
    const lines: string[] = [];
    let line = "";
    for (const letter of Array.from(text.replace(/\s+/g, " ").trim())) {
      line += letter;
      if (this.measure(line.trimEnd(), font) <= this.inner) continue;
      const space = line.lastIndexOf(" ", line.length - 2);
      const cut =
        space > 0 && !anywhere.test(letter) ? space + 1 : Math.max(1, line.length - letter.length);
      lines.push(line.slice(0, cut).trimEnd());
      line = line.slice(cut);
    }
    return [...lines, line.trimEnd()].filter((each) => each !== "");
  }
}
