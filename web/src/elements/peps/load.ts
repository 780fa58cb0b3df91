// Fetching the facts and the engine side by side, then the layout.

import { download, startEngine } from "../../machine/engine";
import { Citations, readGraph } from "./model";
import { question, type Plan } from "./plan";

export interface Sources {
  facts: string | URL;
  engine: string | URL;
}

export interface LoadEvents {
  /** Bytes of facts and engine that have come so far. */
  onBytes(bytes: number): void;
  /** The facts are read: search and lists can be used. */
  onFacts(citations: Citations): void;
  /** The layout is being calculated. */
  onPlacing(): void;
}

/**
 * Gives the places of all PEPs, null when there are none. The engine is ended
 * when it has answered. Rejects with an Error that is a sentence; what was
 * under way is given up.
 */
export async function load(
  sources: Sources,
  events: LoadEvents,
  signal: AbortSignal,
): Promise<Plan | null> {
  const bytes = [0, 0];
  const count = (which: 0 | 1) => (progress: { received: number }) => {
    bytes[which] = progress.received;
    events.onBytes(bytes[0]! + bytes[1]!);
  };
  const abort = new AbortController();
  const together = AbortSignal.any([signal, abort.signal]);
  const engine = startEngine(sources.engine, { onProgress: count(1), signal: together });
  engine.catch(() => {}); // told below, or given up
  try {
    const facts = await download(sources.facts, { onProgress: count(0), signal: together });
    const citations = new Citations(readGraph(new TextDecoder().decode(facts)));
    events.onFacts(citations);
    if (citations.graph.nodes.length === 0) {
      abort.abort();
      return null;
    }
    const running = await engine;
    events.onPlacing();
    const start = performance.now();
    try {
      return await running.call<Plan>("layout", question(citations));
    } finally {
      performance.measure("ahiru-peps layout", { start }); // make bench reads it
      running.terminate();
    }
  } catch (error) {
    abort.abort();
    throw error;
  }
}
