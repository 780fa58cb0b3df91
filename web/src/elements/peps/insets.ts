// Which part of the picture the sheet, the panel and the search field cover.

import type { Insets } from "./camera";

/** Reads it from the boxes as they stand on the screen. */
export function measureInsets(
  stage: Element,
  sheet: Element | null,
  search: Element | null,
  tools: Element | null,
  panel: Element | null,
  controls: Element | null,
): Insets {
  const box = stage.getBoundingClientRect();
  const over = sheet?.getBoundingClientRect();
  const field = search?.getBoundingClientRect();
  const tool = tools?.getBoundingClientRect(); // below the field where that is wide
  const beside = panel?.getBoundingClientRect();
  const buttons = controls?.getBoundingClientRect(); // in a row where it is narrow
  const wide = (rect?: DOMRect) => rect !== undefined && rect.width > 0.8 * box.width;
  const left = beside && !wide(beside) ? beside.right - box.left : 0;
  const row = buttons && buttons.width > buttons.height;
  const right = Math.max(
    over && !wide(over) ? box.right - over.left : 0,
    buttons && !row ? box.right - buttons.left : 0,
  );
  const head = field && Math.max(field.right, tool?.right ?? 0) - field.left;
  return {
    top: head && head > 0.6 * (box.width - left - right) ? (tool ?? field).bottom - box.top : 0,
    left,
    right,
    bottom: Math.max(
      ...[over, beside].map((rect) => (rect && wide(rect) ? box.bottom - rect.top : 0)),
      row ? box.bottom - buttons.top : 0,
    ),
  };
}
