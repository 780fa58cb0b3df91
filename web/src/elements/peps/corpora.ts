// Which PEPs the map shows: those that came with the page, or what the reader
// brought; and the reading of the latter, as long as it goes on.

import { download } from "../../machine/engine";
import type { Brought } from "./brought";
import { readFindings, type Findings } from "./findings";
import type { Citations, Graph } from "./model";
import { readCorpus, type Corpus, type Stage } from "./read-corpus";
import type { Strings } from "./strings";

export interface CorporaHost {
  readonly words: Strings;
  readonly citations: Citations | null;
  sources(): { facts: URL; engine: URL };
  readerSource(): URL;
  /** Shows a corpus in the place of what the map shows. */
  adopt(corpus: Corpus): Promise<void>;
  /** Shows what came with the page. */
  reload(): void;
  say(text: string): void;
  requestUpdate(): void;
}

export class Corpora {
  /** What is shown, null for the page's own data. */
  shown: Corpus | null = null;
  /** How far a reading is; null when none is going on. */
  stage: Stage | null = null;
  /** The name of what is being read, or was read last. */
  name = "";
  /** A sentence about the last reading, "" for none. */
  told = "";

  #host: CorporaHost;
  #abort: AbortController | null = null;
  #findings: Promise<Findings> | null = null; // the page's own

  constructor(host: CorporaHost) {
    this.#host = host;
  }

  /** Reads what the reader brought; one reading at a time. */
  async open(bringing: Brought | Promise<Brought>, compare: boolean): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const mine = () => abort === this.#abort;
    this.#tell(null, "");
    try {
      const brought = await bringing;
      this.name = brought.name;
      const corpus = await readCorpus(brought, {
        engine: this.#host.sources().engine,
        reader: this.#host.readerSource(),
        before: compare ? this.#present() : null,
        words: this.#host.words,
        signal: abort.signal,
        onStage: (stage) => mine() && this.#tell(stage, ""),
      });
      if (!mine() || abort.signal.aborted) return end(corpus);
      this.shown?.reader.terminate(); // nobody quotes the one before any more
      this.shown = corpus;
      await this.#host.adopt(corpus);
      const { nodes, edges } = corpus.citations.graph;
      const { words } = this.#host;
      this.#tell(null, words.corpus.opened(corpus.name, nodes.length, edges.length));
      this.#host.say(this.told);
    } catch (error) {
      if (!mine()) return;
      const { corpus } = this.#host.words;
      const reason = error instanceof Error ? error.message : String(error);
      const given = abort.signal.aborted;
      this.#tell(null, given ? corpus.cancelled : corpus.failed(this.name, sentence(reason)));
    }
  }

  #present() {
    const { words, citations } = this.#host;
    const { graph } = citations!;
    const name = this.shown?.name ?? words.corpus.shipped(graph.date?.slice(0, 10) ?? "?");
    return { name, date: graph.date, graph: graph as Graph };
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** Back to what came with the page. */
  back(): void {
    this.cancel();
    this.shown?.reader.terminate();
    this.shown = null;
    this.#tell(null, "");
    this.#host.reload();
  }

  /** What does not fit; rejects with an Error that is a sentence. */
  findings(): Promise<Findings> {
    if (this.shown) return Promise.resolve(this.shown.findings);
    this.#findings ??= download(new URL("findings.json", this.#host.sources().facts)).then((file) =>
      readFindings(new TextDecoder().decode(file)),
    );
    this.#findings.catch(() => (this.#findings = null));
    return this.#findings;
  }

  #tell(stage: Stage | null, text: string) {
    this.stage = stage;
    this.told = text;
    this.#host.requestUpdate();
  }
}

function end({ engine, reader }: Corpus) {
  engine.terminate();
  reader.terminate();
}

/** The engine's words as a sentence of their own. */
function sentence(reason: string): string {
  const text = reason.replace(/^read: /, "");
  return /[.!?。]$/.test(text) ? text : `${text}.`;
}
