// The panel of colours and sizes.

import { html, nothing } from "lit";
import { layouts, type Layout } from "./plan";
import type { Strings } from "./strings";
import { colourings, deepest, sizings, type Colouring, type Sizing, type View } from "./view";

export interface LookPanelOptions {
  view: View;
  /** How many PEPs are pinned. */
  pinned: number;
  /** Whether the map tells two states apart. */
  compared: boolean;
  words: Strings;
  onView(view: View): void;
  onUnpinAll(): void;
}

export function renderLookPanel(options: LookPanelOptions) {
  const { view, pinned, words, onView, onUnpinAll } = options;
  // What changed is a colour only where there is something to compare with.
  const offered = colourings.filter((name) => name !== "change" || options.compared);
  const layoutWords = { ...words, attributes: words.layouts };
  return html`${choose(words.layout, "layout", layouts, view.layout, layoutWords, (layout) =>
      onView({ ...view, layout: layout as Layout }),
    )}
    ${
      pinned > 0
        ? html`<p class="field">
            <button type="button" class="plain-button" @click=${onUnpinAll}>
              ${words.unpinAll(pinned)}
            </button>
          </p>`
        : nothing
    }
    ${choose(words.colourBy, "colour", offered, view.colour, words, (colour) =>
      onView({ ...view, colour: colour as Colouring }),
    )}
    ${choose(words.sizeBy, "size", sizings, view.size, words, (size) =>
      onView({ ...view, size: size as Sizing }),
    )}
    <div class="field">
      <label for="depth">${words.depth}: ${view.depth}</label>
      <input
        id="depth"
        type="range"
        min="1"
        max=${deepest}
        .value=${String(view.depth)}
        @change=${(event: Event) =>
          onView({ ...view, depth: Number((event.target as HTMLInputElement).value) })}
      />
    </div>
    <p class="field">
      <label>
        <input
          type="checkbox"
          .checked=${view.hulls}
          @change=${() => onView({ ...view, hulls: !view.hulls })}
        />
        ${words.hulls}
      </label>
    </p>
    <p class="hint">${words.lookHint}</p>`;
}

/** A labelled select over names that the words know. */
export function choose(
  label: string,
  id: string,
  names: readonly string[],
  chosen: string,
  words: Pick<Strings, "attributes">,
  onChoose: (name: string) => void,
) {
  const choice = (event: Event) => onChoose((event.target as HTMLSelectElement).value);
  return html`<div class="field">
    <label for=${`choose-${id}`}>${label}</label>
    <select id=${`choose-${id}`} .value=${chosen} @change=${choice}>
      ${names.map(
        (name) =>
          html`<option value=${name} ?selected=${name === chosen}>
            ${words.attributes[name] ?? name}
          </option>`,
      )}
    </select>
  </div>`;
}
