import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { AhiruTimeline } from "./element";
import { Told } from "./told";
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
    ${span ? spanInWords(span, s, t.length) : s.noState} ${noted(t)}
  </p>`;
}

/** The regions under the pointer, and the messages near it. */
function noted({ hovered, whole, strings: s, sight }: AhiruTimeline) {
  if (hovered?.at == null) return nothing;
  const { lane, at } = hovered;
  const told = Told.of(whole);
  const near = ((sight.window.to - sight.window.from) * 5) / 1000;
  const names = told.regionsAt(lane, at).map(({ name }) => s.region(name));
  const logs = told.logsBetween(lane, at - near, at + near).slice(0, 3);
  return html`${names.length > 0 ? html`<br />${s.inRegions(names.join(s.comma))}` : nothing}
  ${logs.map(({ category, message }) => html`<br />${s.log(category, message)}`)}`;
}

function place(node: Element | undefined, { x, y }: { x: number; y: number }): void {
  if (!(node instanceof HTMLElement)) return;
  const left = x + off + node.offsetWidth > innerWidth ? x - off - node.offsetWidth : x + off;
  node.style.insetInlineStart = `${Math.max(4, left)}px`;
  node.style.insetBlockStart = `${y + off}px`;
}
