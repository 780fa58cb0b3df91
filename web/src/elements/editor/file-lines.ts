import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from "@codemirror/view";
import { fileNamed } from "../../lib/txtar";

const mark = Decoration.line({ class: "file-line" });

/** Sets off the lines that begin a file of a txtar archive. */
export const fileLines: Extension = ViewPlugin.define(
  (view) => {
    const value = {
      decorations: find(view),
      update(update: { docChanged: boolean; viewportChanged: boolean; view: EditorView }) {
        if (update.docChanged || update.viewportChanged) value.decorations = find(update.view);
      },
    };
    return value;
  },
  { decorations: (value) => value.decorations },
);

function find(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      if (fileNamed(line.text) !== null) marks.add(line.from, line.from, mark);
      at = line.to + 1;
    }
  }
  return marks.finish();
}
