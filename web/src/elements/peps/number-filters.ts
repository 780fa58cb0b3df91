// Filters by number: years of creation, mentions of a reference, references of
// a PEP; and the kinds of references, which decide what is counted.

import { html, svg } from "lit";
import { yearOf } from "./attributes";
import type { Sight } from "./lens";
import type { Strings } from "./strings";
import type { View } from "./view";

/** Every kind of the public format, in its order. */
export const kinds = [
  "role",
  "text",
  "list",
  "url",
  "ref",
  "title",
  "requires",
  "replaces",
  "superseded_by",
] as const;

export function renderNumberFilters(
  sight: Sight,
  view: View,
  words: Strings,
  onView: (view: View) => void,
) {
  return html`${years(sight, view, words, onView)}
  ${slider(words.leastMentions, "mentions", 1, 20, view.mentions, (mentions) =>
    onView({ ...view, mentions }),
  )}
  ${slider(words.leastDegree, "least", 0, 40, view.degree, (degree) => onView({ ...view, degree }))}
  ${kindList(view, words, onView)}`;
}

/** The years as a histogram, with a slider for either end. */
function years(sight: Sight, view: View, words: Strings, onView: (view: View) => void) {
  const all = sight.all.map(yearOf).filter((year) => year !== null);
  if (all.length === 0) return "";
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const [from, to] = view.years ?? [first, last];
  const bars = Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    return { year, count: all.filter((y) => y === year).length };
  });
  const most = Math.max(...bars.map(({ count }) => count));
  const set = (a: number, b: number) =>
    onView({ ...view, years: a <= first && b >= last ? null : [Math.min(a, b), Math.max(a, b)] });
  const end = (label: string, value: number, change: (year: number) => void) =>
    html`<input
      type="range"
      aria-label=${label}
      min=${first}
      max=${last}
      .value=${String(value)}
      @change=${(event: Event) => change(Number((event.target as HTMLInputElement).value))}
    />`;
  return html`<fieldset class="years">
    <legend>${words.attributes["created"]}: ${from}–${to}</legend>
    <svg viewBox=${`0 0 ${bars.length} 10`} preserveAspectRatio="none" aria-hidden="true">
      ${bars.map(({ year, count }, i) => bar(i, (10 * count) / most, year >= from && year <= to))}
    </svg>
    ${end(words.firstYear, from, (year) => set(year, Math.max(year, to)))}
    ${end(words.lastYear, to, (year) => set(Math.min(from, year), year))}
  </fieldset>`;
}

const bar = (i: number, height: number, inside: boolean) =>
  svg`<rect class=${inside ? "in" : "out"} x=${i + 0.1} width="0.8" y=${10 - height} height=${height} />`;

function slider(
  label: string,
  id: string,
  min: number,
  max: number,
  value: number,
  change: (value: number) => void,
) {
  return html`<div class="field">
    <label for=${`least-${id}`}>${label}: ${value}</label>
    <input
      id=${`least-${id}`}
      type="range"
      min=${min}
      max=${max}
      .value=${String(value)}
      @change=${(event: Event) => change(Number((event.target as HTMLInputElement).value))}
    />
  </div>`;
}

function kindList(view: View, words: Strings, onView: (view: View) => void) {
  const toggle = (kind: string) => {
    const now = view.kinds ?? kinds;
    const next = kinds.filter((k) => (k === kind ? !now.includes(k) : now.includes(k)));
    onView({ ...view, kinds: next.length === kinds.length ? null : next });
  };
  return html`<details class="facet" ?open=${view.kinds !== null}>
    <summary>${words.kindsTitle}</summary>
    <ul>
      ${kinds.map(
        (kind) =>
          html`<li>
            <label>
              <input
                type="checkbox"
                .checked=${view.kinds?.includes(kind) ?? true}
                @change=${() => toggle(kind)}
              />
              <span class="value">${words.kinds[kind]}</span>
            </label>
          </li>`,
      )}
    </ul>
    <p class="hint">${words.kindsHint}</p>
  </details>`;
}
