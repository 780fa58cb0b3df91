import { html, nothing, svg, type TemplateResult } from "lit";
import { spreadOf } from "../../lib/spread";
import { timeByState } from "./compare";
import { states, type Model } from "./model";
import type { Strings } from "./strings";

/** What whoever ran a program says of a run besides its trace. Times are milliseconds. */
export interface RunFacts {
  /** The command. */
  title: string;
  /** Where, when and how it was measured, in words. */
  evidence: string;
  wallMs: number;
  /** How long the same command took without a trace, each time that it was measured here. */
  plainMs: readonly number[];
  /** What the program itself reported; value is for calculating, text for reading. */
  figures: readonly { key: string; label: string; value: number; text: string }[];
}

/** A run that was kept to be compared with those after it. */
export interface Kept {
  facts: RunFacts;
  model: Model;
}

interface Line {
  what: string;
  values: [string, string];
  numbers: [number, number] | null;
}

/** Two runs side by side, in figures. */
export function factsTable(
  kept: Kept,
  now: Kept,
  s: Strings,
  length: (ms: number) => string,
  language: string,
): TemplateResult {
  const lines = [
    ...traced(kept, now, s, length),
    ...plain(kept, now, s, length),
    ...own(kept, now),
  ];
  return html`<div class="compared">
    <table>
      <caption>
        ${s.compared}
      </caption>
      <thead>
        <tr>
          <th>${s.what}</th>
          <th class="number">${s.firstRun}</th>
          <th class="number">${s.secondRun}</th>
          <th class="number">${s.ratio}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => row(line, language))}
      </tbody>
    </table>
    <p class="muted">${s.firstRun}${s.colon}${kept.facts.title}. ${kept.facts.evidence}</p>
    <p class="muted">${s.secondRun}${s.colon}${now.facts.title}. ${now.facts.evidence}</p>
    ${spreads([kept, now], s, length)}
  </div>`;
}

function row({ what, values, numbers }: Line, language: string): TemplateResult {
  const ratio = numbers && numbers[0] > 0 ? numbers[1] / numbers[0] : null;
  const told = ratio?.toLocaleString(language, { maximumSignificantDigits: 3 });
  return html`<tr>
    <th scope="row">${what}</th>
    <td class="number">${values[0]}</td>
    <td class="number">${values[1]}</td>
    <td class="number">${told === undefined ? nothing : `${told} ×`}</td>
  </tr>`;
}

function traced(a: Kept, b: Kept, s: Strings, length: (ms: number) => string): Line[] {
  const line = (what: string, of: (k: Kept) => number, text = length): Line => {
    const numbers: [number, number] = [of(a), of(b)];
    return { what, numbers, values: [text(numbers[0]), text(numbers[1])] };
  };
  const sums = new Map([a, b].map((k) => [k, timeByState(k.model.lanes)]));
  return [
    line(s.tracedTime, (k) => k.facts.wallMs),
    line(s.goroutines, (k) => k.model.lanes.length, String),
    ...states
      .filter((state) => state !== "done")
      .map((state) => line(s.allTogether(s.states[state]), (k) => sums.get(k)?.get(state) ?? 0)),
  ];
}

/** Headline times come from runs without a trace: the middle of those that there were. */
function plain(a: Kept, b: Kept, s: Strings, length: (ms: number) => string): Line[] {
  const [first, second] = [spreadOf(a.facts.plainMs), spreadOf(b.facts.plainMs)];
  if (!first && !second) return [];
  return [
    {
      what: s.plainTime,
      values: [first ? length(first.middle) : "–", second ? length(second.middle) : "–"],
      numbers: first && second ? [first.middle, second.middle] : null,
    },
  ];
}

function own(a: Kept, b: Kept): Line[] {
  const keys = new Map([...a.facts.figures, ...b.facts.figures].map((f) => [f.key, f.label]));
  return [...keys].map(([key, what]) => {
    const [x, y] = [a, b].map((k) => k.facts.figures.find((f) => f.key === key));
    return {
      what,
      values: [x?.text ?? "–", y?.text ?? "–"],
      numbers: x && y ? [x.value, y.value] : null,
    };
  });
}

/** Each measurement a dot, on one axis from 0, where there are several of either run. */
function spreads(
  runs: [Kept, Kept],
  s: Strings,
  length: (ms: number) => string,
): TemplateResult | typeof nothing {
  const most = Math.max(0, ...runs.flatMap(({ facts }) => facts.plainMs));
  if (!runs.some(({ facts }) => facts.plainMs.length > 1)) return nothing;
  return html`<div class="spread">
    ${runs.map(({ facts }, i) => spreadView(facts.plainMs, most, `${i + 1}`, s, length))}
  </div>`;
}

export function spreadView(
  values: readonly number[],
  most: number,
  name: string,
  s: Strings,
  length: (ms: number) => string,
): TemplateResult | typeof nothing {
  const spread = spreadOf(values);
  if (!spread) return nothing;
  const percent = (ms: number) => `${((ms / (most || 1)) * 96 + 1).toFixed(2)}%`;
  return html`<p>
    <b>${name}</b>
    <svg class="dots" aria-hidden="true">
      ${svg`<line x1=${percent(spread.low)} x2=${percent(spread.high)} y1="50%" y2="50%" />`}
      ${values.map((ms) => svg`<circle cx=${percent(ms)} cy="50%" r="4" />`)}
      ${svg`<rect x=${percent(spread.middle)} y="10%" width="2" height="80%" />`}
    </svg>
    <span
      >${s.spread(values.length, length(spread.middle), length(spread.low), length(spread.high))}</span
    >
  </p>`;
}
