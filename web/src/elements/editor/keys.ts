import { defaultKeymap, historyKeymap, indentWithTab } from "@codemirror/commands";
import { lintKeymap } from "@codemirror/lint";
import { searchKeymap } from "@codemirror/search";
import { Prec, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

/** What keys do that reach beyond the text. */
export interface EditorKeys {
  run(): void;
  format(): void;
  /** Ends what runs; false when nothing does, and the key then means what it means in an editor. */
  stop(): boolean;
}

/**
 * The keys of the editor. An input method that composes keeps its own, from
 * its first key on, which CodeMirror does not yet take for one. Tab indents;
 * Esc and then Tab, or Ctrl+M before it, leaves.
 */
export function editorKeys(keys: EditorKeys): Extension {
  let composing = false;
  const listen = (e: KeyboardEvent) => void (composing = e.isComposing || e.keyCode === 229);
  const run = () => (composing || keys.run(), true);
  const format = () => (composing || keys.format(), true);
  const ours = [
    { key: "Mod-Enter", run },
    { key: "Ctrl-Enter", run },
    { key: "Shift-Alt-f", run: format },
    { key: "Mod-s", run: format, preventDefault: true },
    { key: "Escape", run: () => !composing && keys.stop() },
  ];
  return [
    EditorView.domEventObservers({ keydown: listen }),
    Prec.highest(keymap.of(ours)),
    keymap.of([indentWithTab, ...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
  ];
}
