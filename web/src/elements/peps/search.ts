// Search by number and words of title and authors, ranked.

import type { Pep } from "./model";

interface Entry {
  pep: Pep;
  digits: string;
  words: string[];
  names: string[]; // of the authors
  importance: number;
}

/** Ranks of one word against a PEP; less is better, no rank is no match. */
const rank = { word: 0, start: 1, numberStart: 1, inside: 3, name: 4, nameStart: 5 };

/**
 * Prepares a search. The function it returns gives the best PEPs for what was
 * typed: every word must be found, in the title, in an author's name or at the
 * start of the number;
 * an exact number comes first, whole words before beginnings before insides,
 * and among equals the PEP that more PEPs cite.
 */
export function makeSearch(peps: readonly Pep[], importance: (number: number) => number) {
  const entries: Entry[] = peps.map((pep) => ({
    pep,
    digits: String(pep.number),
    words: words(pep.title),
    names: pep.authors.flatMap(words),
    importance: importance(pep.number),
  }));
  return (typed: string, limit = 50): Pep[] => {
    const query = queryWords(typed);
    if (query.length === 0) return [];
    const found: { entry: Entry; score: number }[] = [];
    for (const entry of entries) {
      const score = scoreOf(entry, query);
      if (score !== null) found.push({ entry, score });
    }
    found.sort(
      (a, b) =>
        a.score - b.score ||
        b.entry.importance - a.entry.importance ||
        a.entry.pep.number - b.entry.pep.number,
    );
    return found.slice(0, limit).map((hit) => hit.entry.pep);
  };
}

function scoreOf(entry: Entry, query: string[]): number | null {
  if (query.length === 1 && query[0] === entry.digits) return -100;
  let sum = 0;
  for (const word of query) {
    const score = wordScore(entry, word);
    if (score === null) return null;
    sum += score;
  }
  const inOrder = entry.words.join(" ").startsWith(query.join(" "));
  return sum - (inOrder ? 2 : 0);
}

function wordScore(entry: Entry, word: string): number | null {
  if (entry.digits === word || entry.words.includes(word)) return rank.word;
  if (entry.words.some((other) => other.startsWith(word))) return rank.start;
  if (entry.digits.startsWith(word)) return rank.numberStart;
  if (word.length > 1 && entry.words.some((other) => other.includes(word))) return rank.inside;
  if (entry.names.includes(word)) return rank.name;
  if (word.length > 1 && entry.names.some((other) => other.startsWith(word))) return rank.nameStart;
  return null;
}

/** Words without case, accents, full-width forms and punctuation; C++ and _ stay what they are. */
function words(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}_+]+/gu) ?? [];
}

/** "PEP 484", "pep-0484" and "PEP484" mean the number. */
function queryWords(typed: string): string[] {
  const all = words(typed).map((word) => word.replace(/^(?:pep)?0*(?=[1-9]\d*$)/, ""));
  return all.length > 1 && /^peps?$/.test(all[0]!) ? all.slice(1) : all;
}
