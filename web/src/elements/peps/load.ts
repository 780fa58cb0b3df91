// Fetching the facts and the engine side by side, then the layout.

import { download, startEngine, type Engine } from "../../machine/engine";
import { Citations, readGraph } from "./model";
import { firstPlan, type Plan } from "./plan";
import { turn } from "./turn";

export interface Sources {
  facts: string | URL;
  engine: string | URL;
}

export interface LoadEvents {
  /** Bytes of facts and engine that have come so far. */
  onBytes(bytes: number): void;
  /** The facts are read: search and lists can be used. */
  onFacts(citations: Citations): void;
  /** So much of the layout has been calculated, from 0 to 1. */
  onPlacing(part: number): void;
}

/** The places of all PEPs, and the engine that calculated them, still running. */
export interface Loaded {
  plan: Plan;
  engine: Engine;
}

/**
 * Gives the places of all PEPs, null when there are none. Rejects with an Error
 * that is a sentence; what was under way is given up.
 */
export async function load(
  sources: Sources,
  events: LoadEvents,
  signal: AbortSignal,
): Promise<Loaded | null> {
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
    const graph = readGraph(new TextDecoder().decode(facts));
    await turn(); // each of these is a task
    const citations = new Citations(graph);
    await turn();
    if (together.aborted) throw together.reason;
    events.onFacts(citations);
    if (citations.graph.nodes.length === 0) {
      abort.abort();
      return null;
    }
    const running = await engine;
    const giveUp = () => running.terminate();
    signal.addEventListener("abort", giveUp, { once: true });
    if (signal.aborted) giveUp();
    events.onPlacing(0);
    const start = performance.now();
    try {
      const plan = await firstPlan(running, citations, ({ done, of }) =>
        events.onPlacing(done / of),
      );
      return { plan, engine: running };
    } catch (error) {
      running.terminate();
      throw error;
    } finally {
      signal.removeEventListener("abort", giveUp);
      performance.measure("ahiru-peps layout", { start }); // make bench reads it
    }
  } catch (error) {
    abort.abort();
    throw error;
  }
}
