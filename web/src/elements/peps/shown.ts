// What of the page goes into files.

import { filePicture, type PictureSource } from "./file-picture";
import type { Shown } from "./files";
import type { Pep } from "./model";
import type { Plan } from "./plan";

export interface ShownSource extends Omit<PictureSource, "at"> {
  plan: Plan | null;
  /** Where a PEP is drawn, null when it is not. */
  drawnAt(number: number): { x: number; y: number } | null;
}

export function showing(source: ShownSource): Shown {
  const { plan, paint, citations, look } = source;
  const place = new Map(citations.graph.nodes.map((pep, i) => [pep.number, i]));
  const planned = ({ number }: Pep) => {
    const i = place.get(number)!;
    return { x: plan?.x[i] ?? 0, y: plan?.y[i] ?? 0 };
  };
  const at = (pep: Pep) => source.drawnAt(pep.number) ?? planned(pep);
  return {
    looks: () =>
      plan &&
      citations.graph.nodes.map((pep) => ({
        ...at(pep),
        radius: paint.radius(pep),
        colour: paint.swatch(pep)[look.theme],
      })),
    drawing: () => filePicture({ ...source, at }),
  };
}
