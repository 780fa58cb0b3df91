// The buttons beside the picture: steps back and forth, selecting, zooming.

import { html, nothing } from "lit";
import type { Strings } from "./strings";

export interface Controls {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Taps take PEPs into the selection, drags draw areas. */
  readonly several: boolean;
  readonly hasSelection: boolean;
  readonly canFill: boolean;
  readonly fills: boolean;
  undo(): void;
  redo(): void;
  toggleSeveral(): void;
  frameSelection(): void;
  fullScreen(): void;
  zoom(direction: 1 | -1): void;
  fit(): void;
}

interface Button {
  label: string;
  path: string;
  act(): void;
  off?: boolean;
  pressed?: boolean;
}

export function renderControls(controls: Controls, words: Strings) {
  const groups: Button[][] = [
    [
      {
        label: words.undo,
        path: "M6 3L2.5 6.5L6 10M2.5 6.5H9.5A3.5 3.5 0 0 1 9.5 13.5H6",
        act: () => controls.undo(),
        off: !controls.canUndo,
      },
      {
        label: words.redo,
        path: "M10 3L13.5 6.5L10 10M13.5 6.5H6.5A3.5 3.5 0 0 0 6.5 13.5H10",
        act: () => controls.redo(),
        off: !controls.canRedo,
      },
    ],
    [
      {
        label: words.severalMode,
        path: "M2.5 4.5V2.5H4.5M7 2.5H9M11.5 2.5H13.5V4.5M13.5 7V9M13.5 11.5V13.5H11.5M9 13.5H7M4.5 13.5H2.5V11.5M2.5 9V7M8 5.5V10.5M5.5 8H10.5",
        act: () => controls.toggleSeveral(),
        pressed: controls.several,
      },
      {
        label: words.frame,
        path: "M2.5 5V2.5H5M11 2.5H13.5V5M13.5 11V13.5H11M5 13.5H2.5V11M8 10.5A2.5 2.5 0 1 1 8 5.5A2.5 2.5 0 1 1 8 10.5Z",
        act: () => controls.frameSelection(),
        off: !controls.hasSelection,
      },
    ],
    [
      { label: words.zoomIn, path: "M8 3v10M3 8h10", act: () => controls.zoom(1) },
      { label: words.zoomOut, path: "M3 8h10", act: () => controls.zoom(-1) },
      {
        label: words.fit,
        path: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
        act: () => controls.fit(),
      },
      ...(controls.canFill ? [full(controls, words)] : []),
    ],
  ];
  return html`<div class="controls">
    ${groups.map((buttons) => html`<div class="zoom" role="group">${buttons.map(button)}</div>`)}
  </div>`;
}

const full = (controls: Controls, words: Strings): Button => ({
  label: controls.fills ? words.leaveFullScreen : words.fullScreen,
  path: controls.fills
    ? "M6 2.5V6H2.5M10 2.5V6H13.5M13.5 10H10V13.5M2.5 10H6V13.5"
    : "M9.5 6.5L13.5 2.5M10 2.5H13.5V6M6.5 9.5L2.5 13.5M6 13.5H2.5V10",
  act: () => controls.fullScreen(),
});

function button({ label, path, act, off, pressed }: Button) {
  return html`<button
    type="button"
    aria-label=${label}
    title=${label}
    aria-pressed=${pressed ?? nothing}
    ?disabled=${off ?? false}
    @click=${act}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>
  </button>`;
}
