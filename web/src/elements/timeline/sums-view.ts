import { html, nothing, type TemplateResult } from "lit";
import { figure, told } from "./behind";
import type { AhiruTimeline } from "./element";
import { totalsView } from "./totals";

/** What is selected, or in view, added up; a selection opens it. */
export function sumsView(t: AhiruTimeline): TemplateResult {
  const { sight, sums, strings: s, length } = t;
  const { selection } = sight;
  const { from, to } = selection ?? sight.window;
  const open = (e: Event) => sums.open((e.currentTarget as HTMLDetailsElement).open);
  return html`<details class="sums" ?open=${sums.opened || selection !== null} @toggle=${open}>
    <summary>${s.totals}</summary>
    <p>
      ${s.totalsOf(length(from), length(to))}
      ${
        selection
          ? html`<button @click=${() => sight.look(selection)}>${s.fillSelection}</button>
              <button @click=${() => sight.select(null)}>${s.clearSelection}</button>`
          : nothing
      }
    </p>
    ${
      sums.totals
        ? totalsView(sums.totals, s, length, t.light, (key, text) => figure(t, key, text))
        : nothing
    }
    ${told(t, (key) => key.startsWith("sum "))}
  </details>`;
}
