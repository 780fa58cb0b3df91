// The selection in the page's address: #v1=pep=484.

import { readState, writeState } from "../../lib/url-state";

export type Link =
  | { kind: "none" } // the fragment is not ours, or names nothing
  | { kind: "pep"; number: number }
  | { kind: "bad" }; // it is ours and makes no sense

/** Reads a fragment that may come from anybody. */
export function readLink(fragment: string, known: (number: number) => boolean): Link {
  if (!fragment.startsWith("#v1=")) return { kind: "none" };
  const state = readState(fragment);
  if (state !== null && Object.keys(state).length === 0 && fragment === "#v1=") {
    return { kind: "none" };
  }
  const text = state && Object.hasOwn(state, "pep") ? state["pep"]! : "";
  const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return known(number) ? { kind: "pep", number } : { kind: "bad" };
}

/** The fragment for a selection, "" for none. */
export const writeLink = (selected: number | null) =>
  selected === null ? "" : writeState({ pep: String(selected) });
