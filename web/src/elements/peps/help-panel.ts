// How the map is used: what there is to do, by pointer and by key.

import { html } from "lit";
import { helpRows, type HelpRow } from "./strings-help";
import type { Strings } from "./strings";

/** The keys of each deed as they stand on a keyboard; "+" joins those that are held together. */
export const helpKeys: Record<HelpRow, readonly string[]> = {
  mark: ["↑", "↓", "←", "→"],
  open: ["Enter"],
  more: ["Shift+Enter"],
  area: ["A"],
  why: ["W"],
  group: ["G", "Shift+G"],
  hulls: ["H"],
  zoom: ["+", "-"],
  pan: ["Shift+↑", "↓", "←", "→"],
  fit: ["0"],
  frame: ["Z"],
  full: ["F"],
  move: ["M"],
  unpin: ["U"],
  search: ["/"],
  undo: ["Ctrl+Z"],
  redo: ["Ctrl+Y"],
  leave: ["Esc"],
  help: ["?"],
};

export function renderHelpPanel({ help }: Strings) {
  return html`<p>${help.intro}</p>
    <table aria-labelledby="panel-title">
      <thead>
        <tr>
          <th scope="col">${help.what}</th>
          <th scope="col">${help.pointer}</th>
          <th scope="col">${help.key}</th>
        </tr>
      </thead>
      <tbody>
        ${helpRows.map((row) => {
          const [what, pointer] = help.rows[row];
          return html`<tr>
            <td>${what}</td>
            <td>${pointer}</td>
            <td class="keys">${helpKeys[row].map(cap)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

const cap = (keys: string, i: number) => html`${i > 0 ? " " : ""}<kbd>${keys}</kbd>`;
