// The run in formats of others.

import { endOf, type Model } from "./model";

export const formats = ["trace", "perfetto", "png", "svg", "csv"] as const;
export type Format = (typeof formats)[number];

const fileNames: Record<Format, string> = {
  trace: "trace.out",
  perfetto: "trace.json",
  png: "timeline.png",
  svg: "timeline.svg",
  csv: "timeline.csv",
};

/** What a saved run is called: the traces of several workers come as an archive. */
export const fileName = (format: Format, model: Model) =>
  format === "trace" && (model.workers ?? []).length > 1 ? "trace.tar" : fileNames[format];

const files = () => import("./files");

/** A run in a format; rejects with a sentence for one that there is not. */
export async function saved(
  format: string,
  run: { model: Model; bytes: Uint8Array<ArrayBuffer>[]; png(): Promise<Blob> },
): Promise<Blob> {
  switch (format as Format) {
    case "trace":
      return new Blob(run.bytes, { type: "application/octet-stream" });
    case "perfetto":
      return new Blob([(await files()).perfetto(run.model)], { type: "application/json" });
    case "csv":
      return new Blob([(await files()).csv(run.model)], { type: "text/csv" });
    case "svg":
      return new Blob([(await files()).svg(run.model, endOf(run.model))], {
        type: "image/svg+xml",
      });
    case "png":
      return run.png();
  }
  throw new Error(`A timeline has no format ${format}; it has ${formats.join(", ")}.`);
}
