// From what the reader brings to a map: engines of their own read, check, compare
// and lay out, so that giving up leaves everything as it was.

import { startEngine, type Engine } from "../../machine/engine";
import { largest, type Brought } from "./brought";
import { Changes, type Before, type Difference } from "./changes";
import { Findings, type Finding } from "./findings";
import { Mentions, type Mention } from "./mentions";
import { Citations, type Graph } from "./model";
import { firstPlan, type Plan } from "./plan";
import type { Strings } from "./strings";
import type { Fault } from "./strings-faults";

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
  /** Answers about the graph. */
  engine: Engine;
  /** Has read the corpus and can quote it. */
  reader: Engine;
  mentions: Mentions;
  findings: Findings;
}

/** corpus.Account of wasm/peps. */
interface Account {
  refused?: Fault; // then there is nothing else
  graph: Graph;
  mentions: Mention[];
  findings: Finding[];
}

export interface ReadOptions {
  /** Where pepmap.wasm and pepcorpus.wasm are. */
  engine: string | URL;
  reader: string | URL;
  /** What it is compared with, null for nothing. */
  before: (Before & { graph: Graph }) | null;
  words: Strings;
  signal: AbortSignal;
  onStage(stage: Stage): void;
}

/** Rejects with an Error that is a sentence; nothing is left running then. */
export async function readCorpus(brought: Brought, options: ReadOptions): Promise<Corpus> {
  const { words, signal } = options;
  const size = brought.files.reduce((sum, file) => sum + file.size, 0);
  if (brought.files.length === 0) throw new Error(words.corpus.noFiles);
  if (size > largest) throw new Error(words.corpus.tooLarge(largest));
  const running: Engine[] = [];
  const giveUp = () => running.forEach((engine) => engine.terminate());
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    const reader = await start(options.reader, running, options);
    const files = await contents(brought.files, size, options);
    const { account, changes } = await told(reader, brought, files, options);
    const { graph } = account;
    const engine = await start(options.engine, running, options);
    options.onStage({ name: "placing", done: 0, total: null });
    const plan = await firstPlan(engine, new Citations(graph), ({ done, of }) =>
      options.onStage({ name: "placing", done, total: of }),
    );
    return {
      name: brought.name,
      citations: new Citations(graph, changes),
      plan,
      engine,
      reader,
      mentions: new Mentions({ commit: graph.commit, mentions: account.mentions }),
      findings: new Findings(account.findings, graph.commit),
    };
  } catch (error) {
    giveUp();
    throw error;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

async function start(
  url: string | URL,
  running: Engine[],
  { signal, onStage }: ReadOptions,
): Promise<Engine> {
  onStage({ name: "engine", done: 0, total: null });
  const engine = await startEngine(url, {
    onProgress: ({ received, total }) => onStage({ name: "engine", done: received, total }),
    signal,
  });
  running.push(engine);
  signal.throwIfAborted();
  return engine;
}

async function told(
  reader: Engine,
  { paths }: Brought,
  files: Uint8Array<ArrayBuffer>[],
  { before, words, onStage }: ReadOptions,
): Promise<{ account: Account; changes: Changes | null }> {
  type Progress = { stage: "unpacking" | "reading"; done: number; total: number };
  const onProgress = ({ stage, done, total }: Progress) => onStage({ name: stage, done, total });
  const begun = performance.now();
  const account = await reader.call<Account, Progress>("read", { paths }, { files, onProgress });
  performance.measure("ahiru-peps read", { start: begun }); // make bench reads it
  if (account.refused) throw new Error(words.corpus.fault(account.refused));
  if (!before) return { account, changes: null };
  onStage({ name: "comparing", done: 0, total: null });
  const two = { before: before.graph, after: account.graph };
  return { account, changes: new Changes(await reader.call<Difference>("compare", two), before) };
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
