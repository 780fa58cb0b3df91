// What of the page goes into files.

import { filePicture } from "./file-picture";
import type { Shown } from "./files";
import type { Sight } from "./lens";
import type { Look } from "./look";
import type { Citations, Pep } from "./model";
import type { Plan } from "./plan";
import type { Strings } from "./strings";
import { valueText } from "./value-text";

export interface ShownSource {
  citations: Citations;
  sight: Sight;
  plan: Plan | null;
  look: Look;
  lang: string;
  words: Strings;
  selected: number | null;
  /** Where a PEP is drawn, null when it is not. */
  drawnAt(number: number): { x: number; y: number } | null;
}

export function showing(source: ShownSource): Shown {
  const { plan, sight, citations, look, words } = source;
  const { paint, sift } = sight;
  const place = new Map(citations.all.nodes.map((pep, i) => [pep.number, i]));
  const planned = ({ number }: Pep) => {
    const i = place.get(number)!;
    return { x: plan?.x[i] ?? 0, y: plan?.y[i] ?? 0 };
  };
  const at = (pep: Pep) => source.drawnAt(pep.number) ?? planned(pep);
  const looks = () =>
    citations.graph.nodes.map((pep) => ({
      ...at(pep),
      radius: paint.radius(pep),
      colour: paint.swatch(pep)[look.theme],
    }));
  const drawing = () =>
    filePicture({
      ...source,
      at,
      paint,
      title: words.map,
      description: words.picture(sift.peps.size, sift.edges),
      seesPep: ({ number }) => sift.peps.has(number),
      seesEdge: (from, to) => sift.edge(from, to),
      name: ({ value }) => valueText(sight, sight.view.colour, value, words),
    });
  return { looks: () => plan && looks(), drawing };
}
