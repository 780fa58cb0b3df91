// Filters by number: mentions of a reference, references of a PEP; and the kinds
// of references, which decide what is counted.

import { html, svg } from "lit";
import { isUnfolded, onFold, type DeskHost } from "./desk";
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
  host: DeskHost,
  onView: (view: View) => void,
) {
  const { mentions: least, degree: fewest } = view;
  return html`${slider({
    id: "mentions",
    label: words.leastMentions,
    min: 1,
    value: least,
    counts: sight.sift.weights(mostMentions),
    tell: words.manyReferences,
    change: (mentions) => onView({ ...view, mentions }),
  })}
  ${slider({
    id: "least",
    label: words.leastDegree,
    min: 0,
    value: fewest,
    counts: sight.sift.degrees(mostReferences),
    tell: words.manyPeps,
    change: (degree) => onView({ ...view, degree }),
  })}
  ${kindList(sight, view, words, host, onView)}`;
}

const [mostMentions, mostReferences] = [20, 40];

interface Slider {
  id: string;
  label: string;
  min: number;
  value: number;
  /** How many have each value, from 0; the last so much or more. */
  counts: readonly number[];
  tell(count: number): string;
  change(value: number): void;
}

/** A least value, below a bar for each value, and how many are left. */
function slider({ id, label, min, value, counts, tell, change }: Slider) {
  const left = tell(counts.slice(value).reduce((sum, count) => sum + count, 0));
  return html`<div class="field amount-field">
    <label for=${`least-${id}`}>${label}: ${value}</label>
    <span class="amount">${left}</span>
    ${bars(counts, min, value, tell)}
    <input
      id=${`least-${id}`}
      type="range"
      min=${min}
      max=${counts.length - 1}
      aria-valuetext=${`${value}: ${left}`}
      .value=${String(value)}
      @change=${(event: Event) => change(Number((event.target as HTMLInputElement).value))}
    />
  </div>`;
}

/** As high as the root of its count: few have many references, and those are looked for. */
function bars(
  counts: readonly number[],
  min: number,
  value: number,
  tell: (count: number) => string,
) {
  const most = Math.sqrt(Math.max(1, ...counts.slice(min)));
  const rows = counts.slice(min).map((count, i) => {
    const [at, height] = [min + i, (10 * Math.sqrt(count)) / most];
    const text = `${at}${at === counts.length - 1 ? "+" : ""}: ${tell(count)}`;
    return svg`<g><title>${text}</title>
      <rect class="ground" x=${i} width="1" y="0" height="10" />
      <rect class=${at >= value ? "in" : "out"} x=${i + 0.1} width="0.8" y=${10 - height} height=${height} /></g>`;
  });
  return html`<svg
    viewBox=${`0 0 ${counts.length - min} 10`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${rows}
  </svg>`;
}

function kindList(
  sight: Sight,
  view: View,
  words: Strings,
  host: DeskHost,
  onView: (view: View) => void,
) {
  const toggle = (kind: string) => {
    const now = view.kinds ?? kinds;
    const next = kinds.filter((k) => (k === kind ? !now.includes(k) : now.includes(k)));
    onView({ ...view, kinds: next.length === kinds.length ? null : next });
  };
  const counts = sight.sift.kinds();
  const usually = view.kinds !== null;
  return html`<details
    class="facet"
    .open=${isUnfolded(host.desk, "filter-kind", usually)}
    @toggle=${onFold(host, "filter-kind", usually)}
  >
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
              <span class="amount">${counts.get(kind) ?? 0}</span>
            </label>
          </li>`,
      )}
    </ul>
    <p class="hint">${words.kindsHint}</p>
  </details>`;
}
