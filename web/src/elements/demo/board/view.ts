import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { stateOf } from "../../../lib/ribbon";
import { stringsOf as timelineWords } from "../../timeline/strings";
import { evidenceOfRun } from "../evidence";
import { linesOf, press, told, type EvidenceView } from "../evidence-view";
import { wordFor } from "../lesson";
import { swatch } from "../ribbon-view";
import type { Language, Strings } from "../strings";
import type { Board, Row } from "./model";

export interface BoardView {
  board: Board;
  /** The page's words for boards and columns, by key. */
  labels: Record<string, string>;
  strings: Strings;
  /** Ends a process of the run; null when none runs, undefined where none ever will. */
  kill?: Kill | null | undefined;
  language: Language;
  evidence?: EvidenceView | undefined;
}

export type Kill = (pid: number) => void;

/** A table that can be scrolled to the side, by keys too, where it is wider than the page. */
export function boardView(v: BoardView): TemplateResult {
  const { board, labels, strings, kill } = v;
  const title = wordFor(labels, board.key) ?? board.label;
  const kills = kill !== undefined && board.rows.some(({ process }) => process !== undefined);
  return html`<div
    class="board"
    data-key=${board.key}
    role="group"
    aria-label=${title}
    tabindex="0"
  >
    <table>
      <caption>
        ${title} ${v.evidence ? behindIt(v, v.evidence, title) : nothing}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="unseen">${strings.boardState}</span></th>
          ${board.columns.map(({ key, label }) => html`<th scope="col">${wordFor(labels, key) ?? label}</th>`)}
          ${kills ? html`<th scope="col"><span class="unseen">${strings.boardKill}</span></th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          board.rows,
          ({ row }) => row,
          (row) => rowView(row, strings, kills ? killButton(row, strings, kill) : nothing),
        )}
      </tbody>
    </table>
  </div>`;
}

/** What stands behind all that the table says: its run. */
function behindIt({ board, language }: BoardView, evidence: EvidenceView, title: string) {
  const key = ` ${board.key}`; // no figure's
  const { headline } = evidence;
  const lines = () => linesOf(evidenceOfRun(headline, headline.pictured, [0]), "", language);
  return html`${press(evidence, key, title, timelineWords(language).evidence)}
  ${told(evidence, key, lines)}`;
}

function rowView(
  { row, state, cells }: Row,
  strings: Strings,
  button: TemplateResult | typeof nothing,
): TemplateResult {
  const word = stateOf[state];
  return html`<tr data-row=${row} data-state=${word}>
    <td class="doing">${swatch(word)}<span class="unseen">${strings.states[word]}</span></td>
    ${cells.map((cell) => html`<td>${cell}</td>`)}${button}
  </tr>`;
}

/** It stays where it is when its process has ended, so that nobody's focus is lost. */
function killButton(
  { row, process = 0 }: Row,
  strings: Strings,
  kill: Kill | null,
): TemplateResult {
  const can = kill !== null && process > 0;
  return html`<td class="kill">
    <button
      aria-label=${strings.boardKillRow(row)}
      aria-disabled=${can ? "false" : "true"}
      @click=${() => can && kill(process)}
    >
      ${strings.boardKill}
    </button>
  </td>`;
}
