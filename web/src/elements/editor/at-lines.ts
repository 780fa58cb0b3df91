import { RangeSet, StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, gutter, GutterMarker } from "@codemirror/view";

/** A mark beside a line of the text, from 1: who is there. */
export interface LineMark {
  line: number;
  /** The state that most are in, a class of the palette. */
  state: string;
  /** How many. */
  count: number;
  /** The same in words. */
  text: string;
}

export interface LineMarks {
  marks: readonly LineMark[];
  /** The line that is lit; null for none. */
  lit: number | null;
}

const put = StateEffect.define<LineMarks>();

class Mark extends GutterMarker {
  constructor(private readonly mark: LineMark) {
    super();
  }

  override eq(other: Mark): boolean {
    return other.mark.text === this.mark.text && other.mark.state === this.mark.state;
  }

  override toDOM(): Node {
    const node = document.createElement("span");
    node.className = `at ${this.mark.state}`;
    node.title = this.mark.text;
    node.textContent = this.mark.count > 1 ? String(this.mark.count) : "●";
    return node;
  }
}

interface Marked {
  gutter: RangeSet<GutterMarker>;
  lines: RangeSet<Decoration>;
}

const none: Marked = { gutter: RangeSet.empty, lines: RangeSet.empty };
const lit = Decoration.line({ class: "lit" });

const marked = StateField.define<Marked>({
  create: () => none,
  update(now, transaction) {
    let { gutter, lines } = now;
    if (transaction.docChanged) {
      gutter = gutter.map(transaction.changes);
      lines = lines.map(transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (!effect.is(put)) continue;
      const { doc } = transaction.state;
      const there = (line: number) => line >= 1 && line <= doc.lines;
      const marks = effect.value.marks.filter(({ line }) => there(line));
      gutter = RangeSet.of(
        marks.map((mark) => new Mark(mark).range(doc.line(mark.line).from)),
        true,
      );
      const line = effect.value.lit;
      lines =
        line !== null && there(line) ? RangeSet.of([lit.range(doc.line(line).from)]) : none.lines;
    }
    return { gutter, lines };
  },
  provide: (field) => EditorView.decorations.from(field, ({ lines }) => lines),
});

/** A gutter for who is at which line. A press on it is told with its line. */
export function lineGutter(press: (line: number) => void): Extension {
  return [
    marked,
    gutter({
      class: "cm-at",
      markers: (view) => view.state.field(marked).gutter,
      domEventHandlers: { mousedown: (view, block) => pressed(view, block.from, press) },
    }),
  ];
}

export function pressed(view: EditorView, at: number, press: (line: number) => void): boolean {
  press(view.state.doc.lineAt(at).number);
  return true;
}

export const putMarks = (marks: LineMarks) => ({ effects: put.of(marks) });
