// Names for communities: the words that their titles use more than others do.

import type { Sight } from "./lens";
import type { Pep } from "./model";

const idle = new Set(
  "a an and for from in into is of on or the to with without not be by at as its pep python adding add new support using use".split(
    " ",
  ),
);

const most = 3; // words of a name

const cache = new WeakMap<Sight["paint"], Map<string, string>>();

/** A community's telling words, or the number of its one PEP. */
export function communityName(sight: Sight, community: string): string {
  let names = cache.get(sight.paint);
  if (!names) cache.set(sight.paint, (names = nameAll(sight)));
  return names.get(community) ?? community;
}

function nameAll({ reader, all }: Sight): Map<string, string> {
  const groups = new Map<string, Pep[]>();
  for (const pep of all) {
    const community = reader.values("community", pep)[0]!;
    groups.set(community, [...(groups.get(community) ?? []), pep]);
  }
  const everywhere = tally(all);
  const names = [...groups].map(
    ([community, peps]) => [community, name(peps, everywhere)] as const,
  );
  return new Map(names);
}

/** Words by how many titles of the group have them, and how few others. */
export function name(peps: readonly Pep[], everywhere: ReadonlyMap<string, number>): string {
  if (peps.length === 1) return `PEP ${peps[0]!.number}`;
  const worth = ([word, count]: [string, number]) => (count * count) / everywhere.get(word)!;
  const words = [...tally(peps)].sort((a, b) => worth(b) - worth(a) || (a[0] < b[0] ? -1 : 1));
  return words
    .slice(0, most)
    .map(([word]) => word)
    .join(", ");
}

/** How many titles have each word. */
export function tally(peps: readonly Pep[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of peps) {
    const words = new Set(title.toLowerCase().match(/[\p{L}][\p{L}\p{N}_+]+/gu) ?? []);
    for (const word of words) if (!idle.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
