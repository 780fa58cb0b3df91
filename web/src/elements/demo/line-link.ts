import type { LineMark, LineMarks } from "../editor/at-lines";
import type { LineAt } from "../timeline/lines";
import { states, type State } from "../timeline/model";
import { stringsOf } from "../timeline/strings";
import { lineInText, lineOfProgram } from "./source-files";
import type { Language } from "./strings";

/** What the link between timeline and source needs of the lesson. */
export interface Linked {
  /** The text as it stands, and how its first file is called. */
  text(): string;
  file: string;
  /** The text that the run which is drawn was made of. */
  ran(): string;
  language(): Language;
  show(marks: LineMarks): void;
}

/** Beside the source: the lines at which goroutines are, and the one whose spans are lit. */
export class LineLink {
  private at: readonly LineAt[] = [];
  private lit: number | null = null;
  marks: LineMarks = { marks: [], lit: null };

  constructor(private readonly of: Linked) {}

  /** Another moment is looked at. */
  moment(at: readonly LineAt[]): void {
    this.at = at;
    this.update();
  }

  /** Another line's spans are lit, by its number in the program. */
  light(line: number | null): void {
    this.lit = line;
    this.update();
  }

  /** The line of the program for one of the text; null where the text is not what ran. */
  lineAt(line: number): number | null {
    return this.current ? lineOfProgram(this.of.text(), line) : null;
  }

  /** The text of a line of the program; "" where what stands there is not what ran. */
  readonly code = (line: number): string => {
    if (!this.current) return "";
    return this.of.text().split("\n")[this.place("", line) - 1] ?? "";
  };

  /** Lines of another text would lie beside the wrong ones. */
  update(): void {
    const { at, lit, of } = this;
    const marks = this.current ? at.map((each) => this.markOf(each)) : [];
    const line = this.current && lit !== null ? this.place("", lit) : null;
    this.marks = { marks: marks.filter((mark) => mark.line > 0), lit: line };
    of.show(this.marks);
  }

  private get current(): boolean {
    return this.of.text() === this.of.ran();
  }

  private place(file: string, line: number): number {
    return lineInText(this.of.text(), this.of.file, { file: file || this.of.file, line });
  }

  private markOf({ file, line, states: counts }: LineAt): LineMark {
    const s = stringsOf(this.of.language());
    const there = states.filter((state) => counts[state]);
    const text = there.map((state) => `${s.states[state]} ${counts[state]}`).join(s.comma);
    const most = (a: State, b: State) => ((counts[b] ?? 0) > (counts[a] ?? 0) ? b : a);
    const count = there.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
    return {
      line: this.place(file, line),
      state: there.reduce(most, there[0] ?? "done"),
      count,
      text,
    };
  }
}

/** Shows the marks beside code that is only read, and brings a line that is lit anew into its view. */
export function markLines(pane: Element | undefined, { marks, lit }: LineMarks): void {
  const before = pane?.querySelector(".line.lit");
  const at = new Map(marks.map((mark) => [mark.line, mark]));
  pane?.querySelectorAll<HTMLElement>(".line").forEach((node, i) => {
    const mark = at.get(i + 1);
    node.classList.toggle("lit", lit === i + 1);
    for (const state of states) node.classList.toggle(`at-${state}`, mark?.state === state);
    if (!mark) return node.removeAttribute("data-at");
    node.dataset.at = mark.count > 1 ? String(mark.count) : "●";
    node.title = mark.text;
  });
  const now = pane?.querySelector<HTMLElement>(".line.lit");
  if (!pane || !now || now === before) return;
  const middle = (pane.clientHeight - now.offsetHeight) / 2;
  pane.scrollTop += now.getBoundingClientRect().top - pane.getBoundingClientRect().top - middle;
}

/** The line whose number was pressed; null for a press on the code itself. */
export function numberPressed(e: MouseEvent): number | null {
  const line = (e.target as Element).closest<HTMLElement>(".line");
  if (!line?.parentElement) return null;
  const beside = parseFloat(getComputedStyle(line).paddingInlineStart);
  if (e.clientX - line.getBoundingClientRect().left > beside) return null;
  return [...line.parentElement.children].indexOf(line) + 1;
}
