// The view at work: the metrics it needs are fetched, then PEPs have their
// looks and the filters their say.

import type { Analysis } from "./analysis";
import { footings } from "./footing";
import { metricOf, Reader, type Metrics } from "./attributes";
import type { Citations, Pep } from "./model";
import { makePaint, type Paint } from "./paint";
import { Sift } from "./sift";
import { firstView, type Attribute, type View } from "./view";

export interface LensHost {
  analysis(): Promise<Analysis>;
  /** Something looks otherwise now. */
  requestUpdate(): void;
  /** A metric could not be had; why, in a sentence. */
  complain(reason: string): void;
}

/** One state of the map's looks. */
export interface Sight {
  all: readonly Pep[];
  view: View;
  reader: Reader;
  paint: Paint;
  sift: Sift;
}

export class Lens {
  #host: LensHost;
  #citations: Citations | null = null;
  #view = firstView;
  #sight: Sight | null = null;
  #asked = 0;

  constructor(host: LensHost) {
    this.#host = host;
  }

  /** What is seen; null as long as there are no facts. */
  get sight(): Sight | null {
    return this.#sight;
  }

  /** What the reader chose, which may still be on its way to being seen. */
  get view(): View {
    return this.#view;
  }

  get busy(): boolean {
    return this.#sight !== null && this.#sight.view !== this.#view;
  }

  take(citations: Citations): void {
    this.#citations = citations;
    this.#see(firstView, new Map());
    this.look(this.#view, []);
  }

  /** Takes a view; panels that are open may need metrics too. */
  look(view: View, also: readonly string[]): void {
    this.#view = view;
    if (!this.#citations) return;
    const named = view.layout === "community" || view.hulls ? ["community"] : []; // they have names
    const needs = [view.colour, view.size, ...named, ...Object.keys(view.only), ...also];
    const names = [...new Set(needs.map(metricOf).filter((name) => name !== null))];
    const exact = names.filter(
      (name) => name !== "in-degree" || view.colour === name || view.only[name],
    );
    const asked = ++this.#asked;
    if (exact.length === 0) return this.#see(view, new Map());
    void this.#fetch(view, exact, asked);
    this.#host.requestUpdate();
  }

  async #fetch(view: View, names: string[], asked: number) {
    try {
      const analysis = await this.#host.analysis();
      const choice = { kinds: view.kinds };
      const all = await Promise.all(
        names.map(async (name) => [name, await analysis.metric(name, choice)] as const),
      );
      if (asked === this.#asked) this.#see(view, new Map(all));
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#view = this.#sight!.view;
      this.#host.complain(error instanceof Error ? error.message : String(error));
    }
  }

  #see(view: View, metrics: Metrics) {
    const citations = this.#citations!;
    const reader = new Reader(metrics);
    const paint = makePaint(citations, reader, view.colour, view.size);
    const all = citations.graph.nodes;
    this.#sight = { all, view, reader, paint, sift: new Sift(citations, view, reader) };
    this.#host.requestUpdate();
  }

  /** Which values an address may name. */
  knownValue(attribute: Attribute, value: string): boolean {
    if (attribute === "footing") return (footings as readonly string[]).includes(value);
    if (metricOf(attribute)) return /^\d{1,4}$/.test(value);
    const reader = this.#sight!.reader;
    const has = (pep: Pep) => reader.values(attribute, pep).includes(value);
    return this.#citations!.graph.nodes.some(has);
  }
}
