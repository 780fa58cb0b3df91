// Links carry their state in the fragment: "#v1=" and a flat record as a query
// string. Such links are decoded for ever: a new form gets a new number.

const marker = "#v1=";
const longestFragment = 100_000;
const mostEntries = 200;

/**
 * The record in a fragment (as location.hash gives it), or null when the
 * fragment is not ours. Links come from strangers: what is too long, too much
 * or not text is left out, and nothing here throws.
 */
export function readState(fragment: string): Record<string, string> | null {
  return fragment.startsWith(marker) ? stateOf(fragment.slice(marker.length)) : null;
}

/** The record in what stands behind the "#v1=". */
export function stateOf(query: string): Record<string, string> | null {
  if (query.length > longestFragment - marker.length) return null;
  const entries = [...new URLSearchParams(query)];
  return Object.fromEntries(entries.filter(([key]) => key !== "").slice(0, mostEntries));
}

/** Whether a fragment claims to be a record, readable or not. */
export const isOurs = (fragment: string): boolean => fragment.startsWith(marker);

/** The fragment for a record, "" for an empty one. Keys are sorted: equal records, equal links. */
export function writeState(state: Record<string, string>): string {
  const text = queryOf(state);
  return text === "" ? "" : marker + text;
}

/** What stands behind the "#v1=". */
export function queryOf(state: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(state));
  query.sort();
  return query.toString();
}
