// What is seen, said in full for the engine's SVG (export.Picture of
// wasm/peps/export). Larger PEPs are drawn later, as on the map.

import { hexColour, mix, parseColour } from "./colour";
import { shorten } from "./labels";
import type { Look } from "./look";
import type { Citations, Pep } from "./model";
import type { Paint, Swatch } from "./paint";
import { directions } from "./palette";
import { isOpen, outlines, shapes } from "./shapes";

export interface PictureSource {
  citations: Citations;
  paint: Paint;
  look: Look;
  lang: string;
  title: string;
  description: string;
  /** The selected PEP, whose references stand out; null for none. */
  selected: number | null;
  /** Centre of a PEP in the unit of the plan, y upwards. */
  at(pep: Pep): { x: number; y: number };
  /** Whether a PEP, and a reference, is seen. */
  seesPep(pep: Pep): boolean;
  seesEdge(from: number, to: number): boolean;
  /** A row of the legend in words. */
  name(swatch: Swatch): string;
}

const named = 40; // PEPs that have their name written in a file
const size = 3.4; // of letters, in the unit of the plan

export function filePicture(source: PictureSource) {
  const { citations, paint, look, selected } = source;
  const peps = citations.byImportance().reverse().filter(source.seesPep);
  const place = new Map(peps.map((pep, i) => [pep.number, i]));
  const ground = hexColour(parseColour(look.background));
  return {
    title: source.title,
    description: source.description,
    language: source.lang,
    background: ground,
    ink: hexColour(parseColour(look.text)),
    font: look.font,
    textSize: size,
    shapes: shapes.map((name) => ({ name, path: outlines[name] })),
    marks: marks(source, peps, ground),
    lines: citations.all.edges
      .filter(({ from, to }) => place.has(from) && place.has(to) && source.seesEdge(from, to))
      .map(({ from, to }) => ({
        from: place.get(from)!,
        to: place.get(to)!,
        ...lineLook(look, selected, from, to),
      }))
      .sort((a, b) => a.width - b.width),
    legend: paint.swatches.map((swatch) => ({
      ...shapeLook(swatch, look.theme, ground),
      text: `${source.name(swatch)} (${swatch.count})`,
    })),
  };
}

function marks({ paint, look, at, selected }: PictureSource, peps: Pep[], ground: string) {
  const first = peps.length - named;
  return peps.map((pep, i) => {
    const radius = paint.radius(pep);
    const label = i >= first || pep.number === selected;
    return {
      ...at(pep),
      radius,
      width: radius * 0.34,
      ...shapeLook(paint.swatch(pep), look.theme, ground),
      name: `PEP ${pep.number}: ${pep.title}`,
      label: !label ? "" : pep.number === selected ? shorten(pep.title) : String(pep.number),
    };
  });
}

function shapeLook(swatch: Swatch, theme: "light" | "dark", ground: string) {
  const open = isOpen(swatch.shape);
  return {
    shape: shapes.indexOf(swatch.shape),
    fill: open ? ground : swatch[theme],
    stroke: open ? swatch[theme] : "",
  };
}

function lineLook(look: Look, selected: number | null, from: number, to: number) {
  const plain = { colour: mix(look.background, look.text, 0.3), width: 0.2, arrow: false };
  if (selected === from) {
    return { ...plain, colour: directions.cites[look.theme], width: 0.6, arrow: true };
  }
  if (selected === to) {
    const colour = directions.citedBy[look.theme];
    return { colour, width: 0.6, arrow: true, dash: [2, 1.6] };
  }
  return plain;
}
