// The members of the map that read: metrics, paths, files.

import type { Engine } from "../../machine/engine";
import { Analysis, type Choice, type Metric } from "./analysis";
import { formats, isFormat, makeFile, type Shown } from "./files";
import type { Citations } from "./model";
import type { Strings } from "./strings";

export interface AnswersHost {
  readonly ready: Promise<void>;
  readonly citations: Citations | null;
  readonly words: Strings;
  readonly shown: Shown;
  sources(): { engine: URL };
}

export class Answers {
  #host: AnswersHost;
  #analysis: Analysis | null = null;

  constructor(host: AnswersHost) {
    this.#host = host;
  }

  /** The engine that has placed the PEPs goes on to answer. */
  take(engine: Engine): void {
    this.#analysis = new Analysis(this.#host.sources().engine, this.#graph, engine);
  }

  /** What is calculated now is not wanted any more. */
  giveUp(): void {
    this.#analysis?.end();
  }

  end(): void {
    this.#analysis?.end();
    this.#analysis = null;
  }

  get #graph() {
    return this.#host.citations!.graph;
  }

  async analysis(): Promise<Analysis> {
    await this.#host.ready;
    this.#analysis ??= new Analysis(this.#host.sources().engine, this.#graph, null);
    return this.#analysis;
  }

  async metric(name: string, choice?: Choice): Promise<Metric> {
    return { ...(await (await this.analysis()).metric(name, choice)) };
  }

  async path(a: number, b: number): Promise<number[]> {
    const analysis = await this.analysis();
    const { citations, words } = this.#host;
    const unknown = [a, b].find((number) => !citations!.byNumber.has(number));
    if (unknown !== undefined) throw new Error(words.unknown(String(unknown)));
    return analysis.path(a, b, "outgoing");
  }

  async file(format: string): Promise<Blob> {
    const { words, shown } = this.#host;
    if (!isFormat(format)) throw new Error(words.noFormat(format, formats.join(", ")));
    return makeFile(await this.analysis(), format, shown);
  }
}
