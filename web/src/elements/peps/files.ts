// The map as a file: graph formats from the engine, pictures drawn by it.

import type { Analysis } from "./analysis";

export const formats = [
  "svg",
  "png",
  "gexf",
  "graphml",
  "csv",
  "csv-nodes",
  "json",
  "dot",
] as const;
export type Format = (typeof formats)[number];

const types: Record<Format, string> = {
  svg: "image/svg+xml",
  png: "image/png",
  gexf: "application/gexf+xml",
  graphml: "application/graphml+xml",
  csv: "text/csv;charset=utf-8",
  "csv-nodes": "text/csv;charset=utf-8",
  json: "application/json",
  dot: "text/vnd.graphviz",
};

export const fileName = (format: Format) =>
  format === "csv"
    ? "peps-edges.csv"
    : format === "csv-nodes"
      ? "peps-nodes.csv"
      : `peps.${format}`;

export const isFormat = (name: string): name is Format =>
  (formats as readonly string[]).includes(name);

/** What of the page stands in files. */
export interface Shown {
  /** export.Look of every PEP, in the order of the graph; null when nothing is laid out. */
  looks(): unknown[] | null;
  /** export.Picture of what is seen. */
  drawing(): unknown;
}

/** Makes a file; rejects with an Error that is a sentence. */
export async function makeFile(analysis: Analysis, format: Format, shown: Shown): Promise<Blob> {
  const type = types[format];
  if (format === "svg" || format === "png") {
    const text = await analysis.ask<string>("drawing", shown.drawing());
    return format === "svg" ? new Blob([text], { type }) : paintSVG(text);
  }
  const text = await analysis.ask<string>("file", { format, looks: shown.looks() });
  return new Blob([text], { type });
}

const longestSide = 3200; // pixels of a PNG

/** A drawing as pixels. Only a data: address may show pictures under the page's policy. */
async function paintSVG(text: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = longestSide / Math.max(image.naturalWidth, image.naturalHeight, 1);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, types.png));
  if (!blob) throw new Error("This browser could not write the picture as PNG.");
  return blob;
}

/** Hands a file to the reader's downloads. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser has it by then
}
