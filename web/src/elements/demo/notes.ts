import { html, nothing, type TemplateResult } from "lit";
import { lineNotes } from "../../lib/line-notes";
import { visibleText } from "../../lib/visible-text";
import type { SourceFile } from "./lesson";
import type { Strings } from "./strings";

/** Explanations of lines of a program, outside its source, in the reader's language. */
export function notesOn(
  file: SourceFile,
  notes: Record<string, string>,
  strings: Strings,
): TemplateResult | typeof nothing {
  const found = lineNotes(file.source, notes);
  if (found.length === 0) return nothing;
  return html`<details class="notes">
    <summary>${strings.lineNotes(file.file)}</summary>
    <dl>
      ${found.map(
        ({ line, code, note }) =>
          html`<div>
            <dt>
              <span>${strings.line(line)}</span>
              <code translate="no">${visibleText(code)}</code>
            </dt>
            <dd>${note}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}
