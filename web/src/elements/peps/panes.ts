// The canvases that WebGL draws on, with their contexts. The browser takes tens of
// milliseconds for each context, so each is a task of its own, made while the
// layout is awaited.

import { turn } from "./turn";

/** Sigma's layers that WebGL draws. */
export const webgl = ["edges", "nodes", "hoverNodes"] as const;

/** What was drawn stays, until it has been made a picture of. */
const options = { preserveDrawingBuffer: true, antialias: false };

export class Panes {
  #canvases: ReadonlyMap<string, HTMLCanvasElement>;

  private constructor(canvases: ReadonlyMap<string, HTMLCanvasElement>) {
    this.#canvases = canvases;
  }

  /** Gives null where the browser has no WebGL. */
  static async make(): Promise<Panes | null> {
    const canvases = new Map<string, HTMLCanvasElement>();
    for (const name of webgl) {
      await turn();
      const canvas = document.createElement("canvas");
      if (!canvas.getContext("webgl2", options)) {
        new Panes(canvases).drop();
        return null;
      }
      canvases.set(name, canvas);
    }
    return new Panes(canvases);
  }

  canvas(name: string): HTMLCanvasElement | undefined {
    return this.#canvases.get(name);
  }

  /** Gives the contexts back when nobody draws on them: a browser has only so many. */
  drop(): void {
    for (const canvas of this.#canvases.values()) {
      canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    }
  }
}
