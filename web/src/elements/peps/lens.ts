// The view at work: the metrics it needs are fetched, then PEPs have their
// looks and the filters their say.

import { footings } from "./footing";
import type { Analysis, Groups, Metric } from "./analysis";
import { metricOf, none, Reader, type Metrics } from "./attributes";
import { changeNames, type Changes } from "./changes";
import { rules, type Findings } from "./findings";
import type { Citations, Pep } from "./model";
import { makePaint, type Paint } from "./paint";
import { Sift } from "./sift";
import { firstView, type Attribute, type View } from "./view";

export interface LensHost {
  analysis(): Promise<Analysis>;
  /** What a check of the corpus found. */
  findings(): Promise<Findings>;
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
  changes: Changes | null;
  /** What communities are called, as far as they are wanted. */
  groupNames: readonly string[];
}

interface Measured {
  metrics: Metrics;
  groupNames: readonly string[];
}

/** Every PEP's community. */
function membership({ members }: Groups): Metric {
  const all = members.flatMap((peps, group) => peps.map((pep) => [pep, group] as const));
  return Object.fromEntries(all);
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
    this.#see(firstView, new Map(), null);
    this.look(this.#view, []);
  }

  /** Takes a view; panels that are open may need metrics too. */
  look(view: View, also: readonly string[]): void {
    this.#view = view;
    if (!this.#citations) return;
    const named = view.layout === "community" || view.hulls ? ["community"] : []; // they have names
    const needs = [view.colour, view.size, ...named, ...Object.keys(view.only), ...also];
    const names = [...new Set(needs.map(metricOf).filter((name) => name !== null))];
    const checked = view.colour === "check" || view.only.check !== undefined;
    const exact = names.filter(
      (name) => name !== "in-degree" || view.colour === name || view.only[name],
    );
    const asked = ++this.#asked;
    if (exact.length === 0 && !checked) return this.#see(view, new Map(), null);
    void this.#fetch(view, exact, checked, asked);
    this.#host.requestUpdate();
  }

  async #fetch(view: View, names: string[], checked: boolean, asked: number) {
    try {
      const { metrics, groupNames } = await this.#measure(view, names);
      const findings = checked ? await this.#host.findings() : null;
      if (asked === this.#asked) this.#see(view, metrics, findings, groupNames);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#view = this.#sight!.view;
      this.#host.complain(error instanceof Error ? error.message : String(error));
    }
  }

  async #measure({ kinds, resolution }: View, names: string[]): Promise<Measured> {
    if (names.length === 0) return { metrics: new Map(), groupNames: [] };
    const analysis = await this.#host.analysis();
    const wanted = names.includes("community");
    const groups = wanted ? await analysis.groups({ kinds, resolution }) : null;
    const metric = async (name: string): Promise<Metric> =>
      name === "community" ? membership(groups!) : analysis.metric(name, { kinds });
    const all = names.map(async (name) => [name, await metric(name)] as const);
    return { metrics: new Map(await Promise.all(all)), groupNames: groups?.names ?? [] };
  }

  #see(
    view: View,
    metrics: Metrics,
    findings: Findings | null,
    groupNames: readonly string[] = [],
  ) {
    const citations = this.#citations!;
    const reader = new Reader(metrics, {
      change: (number) => citations.changes?.of(number) ?? "same",
      finding: (number) => findings?.of(number) ?? null,
    });
    const paint = makePaint(citations, reader, view.colour, view.size);
    const all = citations.all.nodes;
    const sift = new Sift(citations, view, reader);
    this.#sight = { all, view, reader, paint, sift, changes: citations.changes, groupNames };
    this.#host.requestUpdate();
  }

  /** Which values an address may name. */
  knownValue(attribute: Attribute, value: string): boolean {
    if (attribute === "footing") return (footings as readonly string[]).includes(value);
    if (attribute === "change") return (changeNames as readonly string[]).includes(value);
    if (attribute === "check")
      return value === none || (rules as readonly string[]).includes(value);
    if (metricOf(attribute)) return value === none || /^\d{1,4}$/.test(value);
    const reader = this.#sight!.reader;
    const has = (pep: Pep) => reader.values(attribute, pep).includes(value);
    return this.#citations!.all.nodes.some(has);
  }
}
