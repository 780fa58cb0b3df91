// What is said to a reader who does not see the picture.

import type { Citations } from "./model";
import type { Strings } from "./strings";

/** One sentence about a PEP. */
export function tell(citations: Citations, number: number, words: Strings): string {
  const pep = citations.byNumber.get(number)!;
  return words.told(pep, citations.citedBy(number).length, citations.cites(number).length);
}
