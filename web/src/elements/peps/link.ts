// The selection and the view in the page's address: #v1=pep=484&colour=topic.

import { readState, writeState } from "../../lib/url-state";
import { firstView, readView, viewKeys, writeView, type Known, type View } from "./view";

/** Everything that a link keeps. */
export interface State {
  pep: number | null;
  view: View;
}

export type Link =
  | { kind: "none" } // the fragment is not ours, or names nothing
  | ({ kind: "state" } & State)
  | { kind: "bad" }; // it is ours and makes no sense

export interface KnownTo extends Known {
  pep(number: number): boolean;
}

/** Reads a fragment that may come from anybody. */
export function readLink(fragment: string, known: KnownTo): Link {
  if (!fragment.startsWith("#v1=") || fragment === "#v1=") return { kind: "none" };
  const state = readState(fragment) ?? {};
  const keys = Object.keys(state).filter((key) => key === "pep" || viewKeys.includes(key));
  const view = readView(state, known);
  if (keys.length === 0 || view === null) return { kind: "bad" };
  if (!Object.hasOwn(state, "pep")) return { kind: "state", pep: null, view };
  const pep = /^\d{1,6}$/.test(state["pep"]!) ? Number(state["pep"]) : NaN;
  return known.pep(pep) ? { kind: "state", pep, view } : { kind: "bad" };
}

/** The fragment for a state, "" where nothing is chosen. */
export function writeLink({ pep, view }: State): string {
  return writeState({ ...(pep === null ? {} : { pep: String(pep) }), ...writeView(view) });
}

export const firstState: State = { pep: null, view: firstView };
