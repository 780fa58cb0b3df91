// From what the reader brings to a map: an engine of its own reads, checks,
// compares and lays out, so that giving up leaves everything as it was.

import { startEngine, type Engine } from "../../machine/engine";
import { largest, type Brought } from "./brought";
import { Changes, type Before, type Difference } from "./changes";
import { Findings, type Finding } from "./findings";
import { Mentions, type Mention } from "./mentions";
import { Citations, type Graph } from "./model";
import { question, type Plan } from "./plan";
import type { Strings } from "./strings";

/** How far the reading is; total is null where it is not known. */
export interface Stage {
  name: "engine" | "bytes" | "unpacking" | "reading" | "comparing" | "placing";
  done: number;
  total: number | null;
}

/** A corpus that has been read. */
export interface Corpus {
  name: string;
  citations: Citations;
  plan: Plan;
  engine: Engine;
  mentions: Mentions;
  findings: Findings;
}

/** corpus.Account of wasm/peps. */
interface Account {
  graph: Graph;
  mentions: Mention[];
  findings: Finding[];
}

export interface ReadOptions {
  engine: string | URL;
  /** What it is compared with, null for nothing. */
  before: (Before & { graph: Graph }) | null;
  words: Strings;
  signal: AbortSignal;
  onStage(stage: Stage): void;
}

/** Rejects with an Error that is a sentence; nothing is left running then. */
export async function readCorpus(brought: Brought, options: ReadOptions): Promise<Corpus> {
  const { words, signal, onStage } = options;
  const size = brought.files.reduce((sum, file) => sum + file.size, 0);
  if (brought.files.length === 0) throw new Error(words.corpus.noFiles);
  if (size > largest) throw new Error(words.corpus.tooLarge(largest));
  onStage({ name: "engine", done: 0, total: null });
  const engine = await startEngine(options.engine, {
    onProgress: ({ received, total }) => onStage({ name: "engine", done: received, total }),
    signal,
  });
  const giveUp = () => engine.terminate();
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    const files = await contents(brought.files, size, options);
    return await told(engine, brought, files, options);
  } catch (error) {
    engine.terminate();
    throw error;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

async function told(
  engine: Engine,
  { name, paths }: Brought,
  files: Uint8Array<ArrayBuffer>[],
  { before, onStage }: ReadOptions,
): Promise<Corpus> {
  type Progress = { stage: "unpacking" | "reading"; done: number; total: number };
  const onProgress = ({ stage, done, total }: Progress) => onStage({ name: stage, done, total });
  const start = performance.now();
  const account = await engine.call<Account, Progress>("read", { paths }, { files, onProgress });
  performance.measure("ahiru-peps read", { start }); // make bench reads it
  const { graph } = account;
  let changes: Changes | null = null;
  if (before) {
    onStage({ name: "comparing", done: 0, total: null });
    const two = { before: before.graph, after: graph };
    changes = new Changes(await engine.call<Difference>("compare", two), before);
  }
  const citations = new Citations(graph, changes);
  onStage({ name: "placing", done: 0, total: null });
  const plan = await engine.call<Plan>("layout", question(new Citations(graph)));
  const mentions = new Mentions({ commit: graph.commit, mentions: account.mentions });
  const findings = new Findings(account.findings, graph.commit);
  return { name, citations, plan, engine, mentions, findings };
}

/** The bytes of all files, one after another. */
async function contents(
  files: readonly File[],
  total: number,
  { signal, onStage }: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const all: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for (const file of files) {
    signal.throwIfAborted();
    const bytes = new Uint8Array(await file.arrayBuffer());
    done += bytes.byteLength;
    all.push(bytes);
    onStage({ name: "bytes", done, total });
  }
  return all;
}
