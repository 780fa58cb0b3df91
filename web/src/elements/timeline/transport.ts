import { html, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Sight } from "./sight";
import type { Strings } from "./strings";

export interface TransportView {
  sight: Sight;
  strings: Strings;
  playing: boolean;
  play(): void;
  /** What the slider says of its moment. */
  text: string;
}

/** Fonts lack some of these signs: they are drawn. */
const signs = {
  back: "M3 2h2v12H3zM14 2v12L6 8z",
  on: "M11 2h2v12h-2zM2 2v12l8-6z",
  play: "M3 2v12l11-6z",
  hold: "M3 2h4v12H3zM9 2h4v12H9z",
};
type Sign = keyof typeof signs;

const icon = (sign: Sign) =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    ${svg`<path d=${signs[sign]} />`}
  </svg>`;

/** Walks through the time of a run: event by event, by itself, and by a slider under the whole of it. */
export function transport(v: TransportView): TemplateResult {
  const { sight, strings: s } = v;
  const tool = (label: string, sign: Sign, act: () => void) =>
    html`<button aria-label=${label} title=${label} @click=${act}>${icon(sign)}</button>`;
  const scrub = (e: Event) => sight.goTo(Number((e.currentTarget as HTMLInputElement).value));
  return html`<div class="transport" role="group" aria-label=${s.walk}>
    ${tool(s.previous, "back", () => sight.step(-1))}
    ${tool(v.playing ? s.stopPlaying : s.play, v.playing ? "hold" : "play", v.play)}
    ${tool(s.next, "on", () => sight.step(1))}
    <input
      type="range"
      min="0"
      max=${sight.end || 1}
      step="any"
      aria-label=${s.moment}
      aria-valuetext=${v.text}
      .value=${live(String(sight.at ?? 0))}
      @input=${scrub}
    />
    <button ?disabled=${sight.at === null} @click=${() => sight.goTo(null)}>${s.letGo}</button>
  </div>`;
}
