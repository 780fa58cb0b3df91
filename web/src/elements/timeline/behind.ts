import { html, nothing, type TemplateResult } from "lit";
import type { AhiruTimeline } from "./element";

/** What stands behind a figure, line by line: what, and what is told of it. */
export type Lines = readonly (readonly [what: string, told: string])[];

/** A figure; a press on it shows what stands behind it. Where nothing is known of that it is plain. */
export function figure(t: AhiruTimeline, key: string, text: string): TemplateResult {
  if (t.behind().length === 0) return html`${text}`;
  return press(t, key, text);
}

/** A press beside a text of several figures. */
export const evidence = (t: AhiruTimeline, key: string): TemplateResult | typeof nothing =>
  t.behind().length === 0 ? nothing : press(t, key, t.strings.evidence);

function press(t: AhiruTimeline, key: string, text: string): TemplateResult {
  const open = t.asked === key;
  return html`<button
    class="value"
    aria-expanded=${open}
    title=${t.strings.behind}
    @click=${() => (t.asked = open ? null : key)}
  >
    ${text}
  </button>`;
}

/** What stands behind the figure of one of these keys, while it is asked for; of the run that is drawn without lines. */
export function told(
  t: AhiruTimeline,
  mine: (key: string) => boolean,
  lines: (key: string) => Lines = () => t.behind(),
): TemplateResult | typeof nothing {
  const { asked } = t;
  if (asked === null || !mine(asked)) return nothing;
  return html`<dl class="behind" aria-label=${t.strings.behind}>
    ${lines(asked).map(
      ([what, said]) =>
        html`<dt>${what}</dt>
          <dd>${said}</dd>`,
    )}
  </dl>`;
}
