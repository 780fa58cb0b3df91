import { html, nothing, svg, type TemplateResult } from "lit";
import { spreadOf } from "../../lib/spread";
import { figure, told, type Lines } from "./behind";
import { timeByState } from "./compare";
import type { AhiruTimeline } from "./element";
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
  figures: readonly { key: string; label: string; value: number; text: string; behind: Lines }[];
  /** What stands behind what the trace tells, and behind the time without one. */
  behind: { traced: Lines; plain: Lines };
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
  /** What stands behind either value. */
  behind: [Lines, Lines];
}

/** Two runs side by side, in figures. */
export function factsTable(t: AhiruTimeline, kept: Kept, now: Kept): TemplateResult {
  const { strings: s, length } = t;
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
        ${lines.map((line, i) => row(t, line, i))}
      </tbody>
    </table>
    ${told(t, isCompared, (key) => behindOf(lines, key))}
    <p class="muted">${s.firstRun}${s.colon}${kept.facts.title}. ${kept.facts.evidence}</p>
    <p class="muted">${s.secondRun}${s.colon}${now.facts.title}. ${now.facts.evidence}</p>
    ${spreads(t, [kept, now])}
  </div>`;
}

/** The key of a line's first or second value, of both for their ratio. */
const keyOf = (line: number, run: 0 | 1 | 2) => `compared ${line} ${run}`;
const isCompared = (key: string) => key.startsWith("compared ");

function behindOf(lines: readonly Line[], key: string): Lines {
  const [, line, run] = key.split(" ").map(Number) as [number, number, number];
  const { behind } = lines[line] ?? { behind: [[], []] };
  return behind[run] ?? behind.flat();
}

function row(t: AhiruTimeline, { what, values, numbers }: Line, i: number): TemplateResult {
  const ratio = numbers && numbers[0] > 0 ? numbers[1] / numbers[0] : null;
  const times = ratio?.toLocaleString(t.language, { maximumSignificantDigits: 3 });
  const cell = (run: 0 | 1) =>
    html`<td class="number">
      ${values[run] === unknown ? unknown : figure(t, keyOf(i, run), values[run])}
    </td>`;
  return html`<tr>
    <th scope="row">${what}</th>
    ${cell(0)} ${cell(1)}
    <td class="number">${times === undefined ? nothing : figure(t, keyOf(i, 2), `${times} ×`)}</td>
  </tr>`;
}

/** Where a run has no such figure. */
const unknown = "–";

function traced(a: Kept, b: Kept, s: Strings, length: (ms: number) => string): Line[] {
  const line = (what: string, of: (k: Kept) => number, text = length): Line => {
    const numbers: [number, number] = [of(a), of(b)];
    const values: Line["values"] = [text(numbers[0]), text(numbers[1])];
    return { what, numbers, values, behind: [a.facts.behind.traced, b.facts.behind.traced] };
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
      values: [first ? length(first.middle) : unknown, second ? length(second.middle) : unknown],
      numbers: first && second ? [first.middle, second.middle] : null,
      behind: [a.facts.behind.plain, b.facts.behind.plain],
    },
  ];
}

function own(a: Kept, b: Kept): Line[] {
  const keys = new Map([...a.facts.figures, ...b.facts.figures].map((f) => [f.key, f.label]));
  return [...keys].map(([key, what]) => {
    const [x, y] = [a, b].map((k) => k.facts.figures.find((f) => f.key === key));
    return {
      what,
      values: [x?.text ?? unknown, y?.text ?? unknown],
      numbers: x && y ? [x.value, y.value] : null,
      behind: [x?.behind ?? [], y?.behind ?? []],
    };
  });
}

/** Each measurement a dot, on one axis from 0, where there are several of either run. */
function spreads(t: AhiruTimeline, runs: [Kept, Kept]): TemplateResult | typeof nothing {
  const most = Math.max(0, ...runs.flatMap(({ facts }) => facts.plainMs));
  if (!runs.some(({ facts }) => facts.plainMs.length > 1)) return nothing;
  return html`<div class="spread">
    ${runs.map(({ facts }, i) => spreadView(t, facts.plainMs, most, i))}
    ${told(
      t,
      (key) => key.startsWith("spread "),
      (key) => runs[Number(key.split(" ")[1])]?.facts.behind.plain ?? [],
    )}
  </div>`;
}

function spreadView(
  t: AhiruTimeline,
  values: readonly number[],
  most: number,
  run: number,
): TemplateResult | typeof nothing {
  const { strings: s, length } = t;
  const spread = spreadOf(values);
  if (!spread) return nothing;
  const percent = (ms: number) => `${((ms / (most || 1)) * 96 + 1).toFixed(2)}%`;
  const [middle, low, high] = [spread.middle, spread.low, spread.high].map(length) as [
    string,
    string,
    string,
  ];
  return html`<p>
    <b>${run + 1}</b>
    <svg class="dots" aria-hidden="true">
      ${svg`<line x1=${percent(spread.low)} x2=${percent(spread.high)} y1="50%" y2="50%" />`}
      ${values.map((ms) => svg`<circle cx=${percent(ms)} cy="50%" r="4" />`)}
      ${svg`<rect x=${percent(spread.middle)} y="10%" width="2" height="80%" />`}
    </svg>
    ${figure(t, `spread ${run}`, s.spread(values.length, middle, low, high))}
  </p>`;
}
