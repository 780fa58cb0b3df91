// The time of one PEP: when it was created, which PEPs it cites and which cite
// it were created when, between the releases of Python.

import { html, svg } from "lit";
import type { Citations, Pep } from "./model";
import { pepPage } from "./model";
import { releaseOf, releases } from "./releases";
import type { Strings } from "./strings";

const width = 340;
const rows = { citedBy: 40, itself: 54, cites: 68 };
const bottom = 80;

/** A date of a header as years, null for none. */
export function yearsOf(date: string | null): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? "");
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return year + (month - 1 + (day - 1) / 31) / 12;
}

export function renderLifeline(pep: Pep, citations: Citations, words: Strings) {
  const born = yearsOf(pep.created);
  if (born === null) return "";
  const dates = (list: readonly { pep: Pep }[]) =>
    list.map((reference) => yearsOf(reference.pep.created)).filter((year) => year !== null);
  const [by, to] = [dates(citations.citedBy(pep.number)), dates(citations.cites(pep.number))];
  const all = [born, ...by, ...to, ...releases.map(({ date }) => yearsOf(date)!)];
  const [first, last] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
  const x = (year: number) => 10 + ((year - first) / (last - first || 1)) * (width - 20);
  const mine = pep.python_version.map(releaseOf).filter((release) => release !== undefined);
  return html`<section class="lifeline">
    <h3 id="sheet-lifeline">${words.lifeline}</h3>
    <svg viewBox=${`0 0 ${width} 96`} role="img" aria-label=${words.lifelineOf(pep)}>
      ${releases.map(({ version, date }, i) =>
        releaseLine(x(yearsOf(date)!), version, i, pep.python_version.includes(version)),
      )}
      ${marks(first, last).map(
        (year) => svg`<text class="year" x=${x(year)} y="92" text-anchor="middle">${year}</text>`,
      )}
      ${by.map((year) => svg`<path class="by" d=${diamond(x(year), rows.citedBy)} />`)}
      ${to.map((year) => svg`<circle class="to" cx=${x(year)} cy=${rows.cites} r="2.4" />`)}
      <circle class="itself" cx=${x(born)} cy=${rows.itself} r="5" />
    </svg>
    <p class="hint">
      ${words.lifelineTold(pep.created!, range(by), range(to))}
      ${mine.map(
        ({ version, date, schedule }) =>
          html`${words.released(version, date)} (<a
              href=${pepPage(schedule)}
              target="_blank"
              rel="noopener"
              >PEP ${schedule}</a
            >). `,
      )}
      ${words.releaseSource}
    </p>
  </section>`;
}

/** Versions stand in three rows, in one they would touch. */
function releaseLine(x: number, version: string, i: number, mine: boolean) {
  const y = 8 + 8 * (i % 3);
  return svg`<g class=${mine ? "release mine" : "release"}>
    <path d=${`M${x} ${y + 2}V${bottom}`} />
    <text x=${x} y=${y} text-anchor="middle">${version}</text>
  </g>`;
}

const diamond = (x: number, y: number) =>
  `M${x} ${y - 3}L${x + 3} ${y}L${x} ${y + 3}L${x - 3} ${y}Z`;

/** Years that are written below, five apart. */
function marks(first: number, last: number): number[] {
  const from = Math.ceil(first / 5) * 5;
  return Array.from({ length: Math.floor((last - from) / 5) + 1 }, (_, i) => from + 5 * i);
}

/** The years of the first and the last, null for none. */
const range = (years: number[]): [number, number] | null =>
  years.length === 0 ? null : [Math.floor(Math.min(...years)), Math.floor(Math.max(...years))];
