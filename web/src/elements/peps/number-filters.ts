// Filters by number: mentions of a reference, references of a PEP; and the kinds
// of references, which decide what is counted.

import { html } from "lit";
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
  return html`${slider(words.leastMentions, "mentions", 1, 20, view.mentions, (mentions) =>
    onView({ ...view, mentions }),
  )}
  ${slider(words.leastDegree, "least", 0, 40, view.degree, (degree) => onView({ ...view, degree }))}
  ${kindList(sight, view, words, host, onView)}`;
}

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
