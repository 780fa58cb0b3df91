import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { AhiruTimeline } from "./element";
import { spanInWords } from "./transcript";

/** How far from the pointer it stands, in pixels. */
const off = 14;

/** What is under the pointer, beside it. Whoever uses no pointer picks a bar and reads its details. */
export function tip(t: AhiruTimeline): TemplateResult | typeof nothing {
  const { hovered, strings: s, names } = t;
  const lane = hovered && t.whole.lanes.find(({ id }) => id === hovered.lane);
  if (!hovered || !lane) return nothing;
  const span = hovered.span;
  return html`<p class="tip" aria-hidden="true" ${ref((node) => place(node, hovered))}>
    <b>${names.lane(lane)}</b><br />
    ${span ? spanInWords(span, s, t.length) : s.noState}
  </p>`;
}

function place(node: Element | undefined, { x, y }: { x: number; y: number }): void {
  if (!(node instanceof HTMLElement)) return;
  const left = x + off + node.offsetWidth > innerWidth ? x - off - node.offsetWidth : x + off;
  node.style.insetInlineStart = `${Math.max(4, left)}px`;
  node.style.insetBlockStart = `${y + off}px`;
}
