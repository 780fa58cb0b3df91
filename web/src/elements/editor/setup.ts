import { history } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { highlightSelectionMatches, search } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { lineGutter, pressed } from "./at-lines";
import { fileLines } from "./file-lines";
import { editorKeys, type EditorKeys } from "./keys";
import { languagesFor } from "./languages";
import { look } from "./theme";
import { phrasesOf, wordsFor } from "./words";

/** Marks that reverse the direction of text can make code look like other code: they are shown as signs. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What an editor tells of. */
export interface Told {
  /** The text is another. */
  edited(): void;
  /** A line was pressed beside its text. */
  pressed(line: number): void;
}

/** Everything an editor of Go does here; doc is the text that it begins with. */
export function extensions(doc: string, keys: EditorKeys, told: Told): Extension {
  return [
    lineNumbers({
      domEventHandlers: { mousedown: (view, block) => pressed(view, block.from, told.pressed) },
    }),
    lineGutter(told.pressed),
    lintGutter(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    highlightSpecialChars({ addSpecialChars: directionMarks }),
    highlightSelectionMatches(),
    history(),
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    indentUnit.of("\t"),
    indentOnInput(),
    bracketMatching(),
    search({ top: true }),
    languagesFor(doc),
    fileLines,
    look,
    editorKeys(keys),
    EditorView.updateListener.of((update) => update.docChanged && told.edited()),
  ];
}

/** What the editor says, in a language. */
export function speech(language: string): Extension {
  const words = wordsFor(language);
  return [
    phrasesOf(words),
    EditorView.contentAttributes.of({
      "aria-label": words.label,
      "aria-description": words.escape,
      tabindex: "0", // without it axe-core, like some readers, takes the text for unreachable
    }),
  ];
}
