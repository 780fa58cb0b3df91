// The engine after the layout: it has the graph and answers questions about it.

import { startEngine, type Engine } from "../../machine/engine";
import { footingOf, type Rest } from "./footing";
import type { Graph } from "./model";
import type { ReadingItem } from "./reading";

/** What became of a PEP: bynumber.Line of wasm/peps/metrics. */
export interface Succession {
  next: number[];
  chain: number[];
  ends: number[];
  cycles: number[][];
}

/** bynumber.Groups: the communities of a choice and what they say of one another. */
export interface Groups {
  count: number;
  modularity: number;
  members: number[][]; // numbers of PEPs, by community
  names: string[]; // telling words of their titles
  links: { from: number; to: number; edges: number; mentions: number }[];
}

export type Metric = Record<number, number>;

/** Which references count: null stands for a metric's own default. */
export interface Choice {
  kinds: readonly string[] | null;
  /** Of communities, 1 when it is missing. */
  resolution?: number;
}

export class Analysis {
  #url: string | URL;
  #graph: Graph;
  #engine: Promise<Engine> | null;
  #metrics = new Map<string, Promise<Metric>>();
  #groups = new Map<string, Promise<Groups>>();
  #rests: Promise<readonly Rest[]> | null = null;

  /** Takes over a running engine, or starts one when first asked. */
  constructor(url: string | URL, graph: Graph, running: Engine | null) {
    this.#url = url;
    this.#graph = graph;
    this.#engine = running && this.#open(running);
    this.#engine?.catch(() => {}); // told to whoever asks
  }

  async #open(engine: Engine): Promise<Engine> {
    try {
      await engine.call("open", this.#graph);
    } catch (error) {
      engine.terminate();
      throw error;
    }
    return engine;
  }

  async #start(): Promise<Engine> {
    return this.#open(await startEngine(this.#url));
  }

  /** Asks the engine; rejects with an Error that is a sentence. */
  async ask<T, P = never>(
    name: string,
    argument: unknown,
    onProgress?: (progress: P) => void,
  ): Promise<T> {
    this.#engine ??= this.#start();
    const mine = this.#engine;
    try {
      return await (await mine).call<T, P>(name, argument, onProgress ? { onProgress } : {});
    } catch (error) {
      // What did not start, or has ended, is started anew by the next question.
      if (!(await alive(mine)) && this.#engine === mine) this.#engine = null;
      throw error;
    }
  }

  /** Every PEP's value, calculated once. */
  metric(name: string, choice: Choice = { kinds: null }): Promise<Metric> {
    const key = JSON.stringify([name, choice]);
    let values = this.#metrics.get(key);
    if (!values) {
      const asked =
        name === "footing" ? this.#footing() : this.ask<number[]>("metric", { name, choice });
      values = asked.then((list) =>
        Object.fromEntries(this.#graph.nodes.map((pep, i) => [pep.number, list[i]!])),
      );
      values.catch(() => this.#metrics.delete(key));
      this.#metrics.set(key, values);
    }
    return values;
  }

  path(from: number, to: number, direction: PathDirection, choice: Choice = { kinds: null }) {
    return this.ask<number[]>("path", { from, to, direction, choice });
  }

  succession(number: number): Promise<Succession> {
    return this.ask<Succession>("succession", number);
  }

  /** The communities of a choice with their names, calculated once. */
  groups(choice: Choice): Promise<Groups> {
    const key = JSON.stringify(choice);
    let groups = this.#groups.get(key);
    if (!groups) {
      groups = this.ask<Groups>("groups", choice);
      groups.catch(() => this.#groups.delete(key));
      this.#groups.set(key, groups);
    }
    return groups;
  }

  /** What to read before a PEP. */
  readFirst(number: number, limit: number): Promise<ReadingItem[]> {
    return this.ask("read-first", { number, limit });
  }

  /** What living PEPs rest on that was put aside; calculated once. */
  rests(): Promise<readonly Rest[]> {
    this.#rests ??= this.ask<Rest[]>("rests", {});
    this.#rests.catch(() => (this.#rests = null));
    return this.#rests;
  }

  /** Every PEP's footing, as a metric. */
  async #footing(): Promise<number[]> {
    const { nodes } = this.#graph;
    const footing = footingOf(nodes, await this.rests());
    return nodes.map(({ number }) => footing[number]!);
  }

  end(): void {
    void this.#engine?.then((engine) => engine.terminate()).catch(() => {});
    this.#engine = null;
  }
}

export type PathDirection = "outgoing" | "either";

const alive = (engine: Promise<Engine>) =>
  engine.then(
    (started) => started.running,
    () => false,
  );
