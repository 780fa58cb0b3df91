// What is said to a reader who does not see the picture.

import type { Citations } from "./model";
import type { Strings } from "./strings";

/** Statuses of what was put aside. */
const fallen: readonly string[] = ["Superseded", "Withdrawn", "Rejected"];

/** What there is to know at a glance of a PEP. */
export function tell(citations: Citations, number: number, words: Strings): string {
  const pep = citations.byNumber.get(number)!;
  const cites = citations.cites(number);
  const told = words.told(pep, citations.citedBy(number).length, cites.length);
  const aside = cites.filter((reference) => fallen.includes(reference.pep.status)).length;
  return aside === 0 ? told : `${told} ${words.toldAside(aside)}`;
}
