import { redo, undo } from "@codemirror/commands";
import { diff } from "@codemirror/merge";
import { openSearchPanel } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { putMarks, type LineMarks } from "./at-lines";
import type { EditorKeys } from "./keys";
import { offsetOf, underline, type Problem } from "./problems";
import { extensions, speech, type Told } from "./setup";
import css from "./style.css";

/**
 * <ahiru-editor lang="en">: CodeMirror for Go, and for Python beside it, in a shadow root of its own,
 * where its style sheets are adopted ones: the page's policy allows no others.
 * The events "ahiru-edit", the text is another, and "ahiru-line", a press beside
 * a line, do not bubble.
 */
export class AhiruEditor extends HTMLElement {
  static readonly observedAttributes = ["lang"];

  /** What keys do that reach beyond the text. */
  keys: EditorKeys = { run: () => {}, format: () => {}, stop: () => false };
  private readonly speech = new Compartment();
  private readonly view: EditorView;
  private marked: readonly Problem[] = [];

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    this.view = new EditorView({ root, parent: root, state: this.fresh("") });
  }

  attributeChangedCallback(): void {
    this.view.dispatch({ effects: this.speech.reconfigure(speech(this.lang)) });
  }

  /** The text. Setting another begins anew, with nothing to undo. */
  get value(): string {
    return this.view.state.doc.toString();
  }

  set value(text: string) {
    if (text !== this.value) this.view.setState(this.fresh(text));
  }

  /** Whether an input method writes and has not finished. */
  get composing(): boolean {
    return this.view.compositionStarted;
  }

  /** Puts another text in place of this one, to be undone as one change; what both share keeps its place. */
  change(text: string): void {
    const before = this.value;
    const changes = diff(before, text, { scanLimit: 500, timeout: 200 }).map((part) => ({
      from: part.fromA,
      to: part.toA,
      insert: text.slice(part.fromB, part.toB),
    }));
    if (changes.length > 0) this.view.dispatch({ changes, userEvent: "input.replace" });
  }

  /** The compiler's complaints, underlined and in the gutter; where the text changes they move along. */
  get problems(): readonly Problem[] {
    return this.marked;
  }

  set problems(problems: readonly Problem[]) {
    if (problems === this.marked) return;
    this.marked = problems;
    this.view.dispatch(underline(this.view.state, problems));
  }

  /** Marks beside lines: who is there, and the one that is lit, which is brought into view when it is another. */
  mark(marks: LineMarks): void {
    this.view.dispatch(putMarks(marks));
    const { doc } = this.view.state;
    if (marks.lit === this.lit) return;
    this.lit = marks.lit;
    if (this.lit === null || this.lit > doc.lines) return;
    const { scrollDOM } = this.view; // the page around stays where it is
    const { top } = this.view.lineBlockAt(doc.line(this.lit).from);
    scrollDOM.scrollTop = top - scrollDOM.clientHeight / 2;
  }
  private lit: number | null = null;

  /** Puts the cursor at a place and brings it before the reader. */
  jump(place: Omit<Problem, "message">): void {
    const anchor = offsetOf(this.view.state.doc, place);
    const effects = EditorView.scrollIntoView(anchor, { y: "center" });
    this.view.dispatch({ selection: { anchor }, effects });
    this.view.focus();
  }

  undo(): void {
    undo(this.view);
    this.view.focus();
  }

  redo(): void {
    redo(this.view);
    this.view.focus();
  }

  find(): void {
    openSearchPanel(this.view);
  }

  override focus(): void {
    this.view.focus();
  }

  private fresh(doc: string): EditorState {
    const keys: EditorKeys = {
      run: () => this.keys.run(),
      format: () => this.keys.format(),
      stop: () => this.keys.stop(),
    };
    const told: Told = {
      edited: () => this.dispatchEvent(new Event("ahiru-edit")),
      pressed: (line) => this.dispatchEvent(new CustomEvent("ahiru-line", { detail: { line } })),
    };
    const said = this.speech.of(speech(this.lang));
    return EditorState.create({ doc, extensions: [extensions(doc, keys, told), said] });
  }
}
