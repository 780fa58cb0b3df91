import { defaultKeymap, historyKeymap, indentWithTab } from "@codemirror/commands";
import { lintKeymap } from "@codemirror/lint";
import { searchKeymap } from "@codemirror/search";
import { Prec, type Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";

/** What keys do that reach beyond the text. */
export interface EditorKeys {
  run(): void;
  format(): void;
  /** Ends what runs; false when nothing does, and the key then means what it means in an editor. */
  stop(): boolean;
}

/**
 * The keys of the editor. CodeMirror calls none of them while an input method
 * composes. Tab indents; Esc and then Tab, or Ctrl+M before it, leaves.
 */
export function editorKeys(keys: EditorKeys): Extension {
  const run = () => (keys.run(), true);
  const format = () => (keys.format(), true);
  const ours = [
    { key: "Mod-Enter", run },
    { key: "Ctrl-Enter", run },
    { key: "Shift-Alt-f", run: format },
    { key: "Mod-s", run: format, preventDefault: true },
    { key: "Escape", run: () => keys.stop() },
  ];
  return [
    Prec.highest(keymap.of(ours)),
    keymap.of([indentWithTab, ...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
  ];
}
