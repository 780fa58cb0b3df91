import { html, nothing, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { live } from "lit/directives/live.js";
import { states, type Model } from "./model";
import { formats, type Format } from "./save";
import type { Sight } from "./sight";
import type { Strings } from "./strings";

export interface ToolsView {
  sight: Sight;
  model: Model;
  strings: Strings;
  format: Format;
  changed(): void;
  choose(format: Format): void;
  save(): void;
  toggleGroups(): void;
  help(): void;
}

const tool = (label: string, sign: string, act: () => void) =>
  html`<button aria-label=${label} title=${label} @click=${act}>${sign}</button>`;

/** What finds and frames: search, zoom, arrows, groups, files. */
export function toolsView(v: ToolsView): TemplateResult {
  const { sight, strings: s } = v;
  const seek = (e: Event) => {
    sight.sought = (e.currentTarget as HTMLInputElement).value;
    v.changed();
  };
  const choose = (e: Event) => v.choose((e.currentTarget as HTMLSelectElement).value as Format);
  const arrows = () => {
    sight.arrows = !sight.arrows;
    v.changed();
  };
  return html`<div class="tools" role="group" aria-label=${s.tools}>
    <input
      type="search"
      size="12"
      placeholder=${s.searchHint}
      aria-label=${s.search}
      .value=${live(sight.sought)}
      @input=${seek}
    />
    ${tool(s.farther, "−", () => sight.zoom(0.5, 2))}
    ${tool(s.nearer, "+", () => sight.zoom(0.5, 0.5))}
    <button ?disabled=${sight.whole} @click=${() => sight.look(null)}>${s.fit}</button>
    <button aria-pressed=${sight.arrows} @click=${arrows}>${s.arrows}</button>
    <button @click=${v.toggleGroups}>${s.groups}</button>
    <span class="files">
      <select aria-label=${s.format} @change=${choose}>
        ${formats.map((f) => html`<option value=${f} ?selected=${f === v.format}>${f}</option>`)}
      </select>
      <button @click=${v.save}>${s.download}</button>
    </span>
    ${tool(s.help, "?", v.help)}
  </div>`;
}

/** The palette of states: each is a filter. */
export function legend(
  v: Pick<ToolsView, "sight" | "strings" | "model" | "changed">,
): TemplateResult {
  const { sight, strings: s } = v;
  const library = v.model.lanes.filter(({ kind }) => kind === "library").length;
  const folded = () => {
    sight.library = !sight.library;
    v.changed();
  };
  return html`<div class="legend" role="group" aria-label=${s.legend}>
    ${states
      .filter((state) => state !== "done")
      .map(
        (state) =>
          html`<button
            class=${state}
            aria-pressed=${!sight.without.has(state)}
            @click=${() => sight.filter(state)}
          >
            <i></i>${s.states[state]}
          </button>`,
      )}
    ${
      library > 0
        ? html`<button class="library" aria-pressed=${sight.library} @click=${folded}>
            ${s.library(library)}
          </button>`
        : nothing
    }
    ${
      sight.filtered
        ? html`<button class="link" @click=${() => sight.showAll()}>${s.showAll}</button>`
        : nothing
    }
  </div>`;
}

/** Brings a trace that was recorded elsewhere. A field for a file cannot be dressed; a button presses it. */
export function openTrace(s: Strings, open: (file: File) => void): TemplateResult {
  const field = createRef<HTMLInputElement>();
  const chosen = () => {
    const file = field.value?.files?.[0];
    if (field.value) field.value.value = ""; // the same file may be chosen again
    if (file) open(file);
  };
  return html`<button @click=${() => field.value?.click()}>${s.openTrace}</button>
    <input ${ref(field)} type="file" aria-label=${s.openTrace} hidden @change=${chosen} />`;
}
