// The row of buttons beside the search field, and the panel that one of them
// has opened.

import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "./strings";

export interface Panel {
  name: string;
  /** What stands on its button, and over it. */
  label: string;
  title: string;
  content(): TemplateResult;
}

export function renderPanels(
  panels: readonly Panel[],
  open: string | null,
  words: Strings,
  onOpen: (name: string | null) => void,
) {
  const panel = panels.find(({ name }) => name === open);
  return html`<div class="tools" role="group" aria-label=${words.tools}>
      ${panels.map(
        ({ name, label, title }) =>
          html`<button
            type="button"
            id=${`tool-${name}`}
            title=${title}
            aria-expanded=${name === open}
            aria-controls="panel"
            @click=${() => onOpen(name === open ? null : name)}
          >
            ${label}
          </button>`,
      )}
    </div>
    ${panel ? renderPanel(panel, words, onOpen) : nothing}`;
}

function renderPanel(panel: Panel, words: Strings, onOpen: (name: string | null) => void) {
  const close = () => onOpen(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    close();
  };
  return html`<section
    id="panel"
    class=${`panel ${panel.name}`}
    aria-labelledby="panel-title"
    @keydown=${onKey}
  >
    <header>
      <h2 id="panel-title" tabindex="-1">${panel.title}</h2>
      <button
        type="button"
        class="close"
        aria-label=${words.close}
        title=${words.close}
        @click=${close}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9m0-9l-9 9" /></svg>
      </button>
    </header>
    ${panel.content()}
  </section>`;
}
