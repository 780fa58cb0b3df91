// The face of the map: attributes, and members for other people's pages.

import { LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import type { Metric } from "./analysis";
import type { Answers } from "./answers";
import type { Course } from "./course";
import type { Desk } from "./desk";
import type { Lens } from "./lens";
import type { Loading } from "./loading";
import type { Citations, Graph } from "./model";
import type { State } from "./state";
import { strings } from "./strings";

/** Where the facts are on the site, seen from its scripts. */
const factsBesideScripts = "../peps/peps.json";

export abstract class Face extends LitElement {
  @property() override lang = "";
  /** "light" or "dark"; anything else is as the page. */
  @property({ reflect: true }) theme = "auto";
  /** Address of peps.json, from the page. */
  @property() src = "";
  /** Address of pepmap.wasm, from the page. */
  @property() engine = "";
  /** Address of pepcorpus.wasm, which reads what the reader brings, from the page. */
  @property() reader = "";

  @state() citations: Citations | null = null;

  protected abstract readonly loading: Loading;
  protected abstract readonly answers: Answers;
  protected abstract readonly course: Course;

  /** Settled when the map can be used; rejects with an Error that is a sentence. */
  get ready(): Promise<void> {
    return this.loading.ready;
  }

  /** The facts in the format of peps.json, null until they have come. */
  get graph(): Graph | null {
    return this.citations?.graph ?? null;
  }

  /** The number of the selected PEP, the last one of several, null for none. */
  get selected(): number | null {
    return this.course.selected;
  }

  /** Selects a PEP, or none with null; a number that the map has not is told to the reader. */
  select(number: number | null): void {
    const choose = () => this.course.choose(number);
    if (this.citations) choose();
    else this.ready.then(choose, () => {});
  }

  /** Every PEP's value in a metric, by number; rejects with an Error that is a sentence. */
  metrics(name: string): Promise<Metric> {
    return this.answers.metric(name);
  }

  /** The PEPs on a shortest way along references, both ends too; empty when there is none. */
  path(a: number, b: number): Promise<number[]> {
    return this.answers.path(a, b);
  }

  /** The map as a file: a graph format holds everything, a picture what is seen. */
  export(format: string): Promise<Blob> {
    return this.answers.file(format);
  }

  // ---- For the map's own parts ----

  get lens(): Lens {
    return this.course.lens;
  }

  get state(): State {
    return this.course.state;
  }

  get desk(): Desk {
    return this.state.desk;
  }

  setDesk(part: Partial<Desk>): void {
    this.course.setDesk(part);
  }

  get words() {
    return strings(this.language);
  }

  get language() {
    return this.lang || document.documentElement.lang || "en";
  }

  sources() {
    if (!this.engine)
      throw new Error("The attribute engine, the address of pepmap.wasm, is missing.");
    const facts = this.src
      ? new URL(this.src, document.baseURI)
      : new URL(factsBesideScripts, import.meta.url);
    return { facts, engine: new URL(this.engine, document.baseURI) };
  }

  /** Where the program is that reads corpora. */
  readerSource(): URL {
    if (!this.reader)
      throw new Error("The attribute reader, the address of pepcorpus.wasm, is missing.");
    return new URL(this.reader, document.baseURI);
  }
}
