import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { stateOf } from "../../../lib/ribbon";
import { wordFor } from "../lesson";
import { swatch } from "../ribbon-view";
import type { Strings } from "../strings";
import type { Board, Row } from "./model";

export interface BoardView {
  board: Board;
  /** The page's words for boards and columns, by key. */
  labels: Record<string, string>;
  strings: Strings;
}

/** A table that can be scrolled to the side, by keys too, where it is wider than the page. */
export function boardView({ board, labels, strings }: BoardView): TemplateResult {
  const title = wordFor(labels, board.key) ?? board.label;
  return html`<div
    class="board"
    data-key=${board.key}
    role="group"
    aria-label=${title}
    tabindex="0"
  >
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="unseen">${strings.boardState}</span></th>
          ${board.columns.map(({ key, label }) => html`<th scope="col">${wordFor(labels, key) ?? label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          board.rows,
          ({ row }) => row,
          (row) => rowView(row, strings),
        )}
      </tbody>
    </table>
  </div>`;
}

function rowView({ row, state, cells }: Row, strings: Strings): TemplateResult {
  const word = stateOf[state];
  return html`<tr data-row=${row} data-state=${word}>
    <td class="doing">${swatch(word)}<span class="unseen">${strings.states[word]}</span></td>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}
