import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { ref } from "lit/directives/ref.js";
import type { LineMarks } from "../editor/at-lines";
import { codeBlock } from "./code";
import { partName, type Lesson, type Reference, type SourceFile } from "./lesson";
import { markLines, numberPressed } from "./line-link";
import type { Layout } from "./layout";
import type { Strings } from "./strings";
import type { WorkshopView } from "./workshop-view";

export type PaneName = "go" | "python";

export interface Panes {
  lesson: Lesson;
  strings: Strings;
  layout: Layout;
  copyButton(key: string, text: () => string): TemplateResult;
  /** How the Go program is written anew. */
  workshop: WorkshopView;
  /** The Go program as it stands. */
  source: string;
  /** Who is at which of its lines; a press beside one is told, and false means that nobody wanted it. */
  lines: { marks: LineMarks; press(line: number): boolean };
}

const names: Record<PaneName, string> = { go: "Go", python: "Python" };
const order = ({ lesson }: Panes): PaneName[] => (lesson.python ? ["go", "python"] : ["go"]);

/** Lines that a pane shows without being expanded. */
const comfortable = 22;

export function panes(p: Panes): TemplateResult {
  const classes = [
    "panes",
    p.layout.narrow ? "narrow" : "wide",
    p.layout.expanded ? "expanded" : "",
    p.lesson.python ? "" : "alone",
    p.workshop.editor ? "editing" : "",
  ];
  return html`<div class=${classes.join(" ")} role="group" aria-label=${p.strings.programs}>
    ${p.layout.narrow && p.lesson.python ? tabs(p) : nothing}
    <div class="row">${order(p).map((name) => pane(p, name))}</div>
  </div>`;
}

function tabs(p: Panes): TemplateResult {
  return html`<div class="tabs" role="tablist" @keydown=${(e: KeyboardEvent) => arrows(p, e)}>
    ${order(p).map(
      (name) =>
        html`<button
          role="tab"
          id="tab-${name}"
          aria-controls="pane-${name}"
          aria-selected=${name === p.layout.pane ? "true" : "false"}
          tabindex=${name === p.layout.pane ? 0 : -1}
          @click=${() => p.layout.show(name)}
        >
          ${names[name]}
        </button>`,
    )}
  </div>`;
}

/** Arrow keys, Home and End move between tabs, as the ARIA pattern has it. */
function arrows(p: Panes, e: KeyboardEvent): void {
  const names = order(p);
  const at = names.indexOf(p.layout.pane);
  const last = names.length - 1;
  const to = { ArrowLeft: at === 0 ? last : at - 1, ArrowRight: (at + 1) % names.length };
  const target = { ...to, Home: 0, End: last }[e.key];
  const name = target === undefined ? undefined : names[target];
  if (name === undefined) return;
  e.preventDefault();
  p.layout.show(name);
  const list = e.currentTarget as HTMLElement;
  list.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
}

function pane(p: Panes, name: PaneName): TemplateResult {
  const file = fileOf(p, name);
  const go = name === "go" ? p.workshop : null;
  const tabbed = p.layout.narrow && p.lesson.python !== null;
  return html`<section
    id="pane-${name}"
    class="pane"
    role=${tabbed ? "tabpanel" : "region"}
    aria-label=${partName(`${names[name]}: ${file.file}`, p.lesson)}
    ?hidden=${tabbed && name !== p.layout.pane}
  >
    <header>
      <p class="title">
        <span class="language">${names[name]}</span> <span class="file">${file.file}</span>
        ${go?.mark}
      </p>
      <div class="actions">${go?.actions} ${p.copyButton(name, () => file.source)}</div>
    </header>
    ${go?.tools} ${go?.editor ?? readOnly(p, name, file)} ${go?.below}
    ${name === "python" ? reference(p.lesson.reference, p.strings) : nothing}
    ${p.layout.narrow || name === "go" ? expander(p) : nothing}
  </section>`;
}

/** What was written anew has no colours but in the editor, which is on its way. */
function fileOf({ lesson, source }: Panes, name: PaneName): SourceFile {
  const go = source === lesson.go.source ? lesson.go : { file: lesson.go.file, source };
  return name === "python" ? (lesson.python ?? go) : go;
}

/** A press on the Go program begins to edit it; a press that ends a selection does not. */
function readOnly(p: Panes, name: PaneName, file: SourceFile): TemplateResult {
  const press = (e: MouseEvent) => {
    if (name !== "go" || selects(e.currentTarget as Element)) return;
    const line = numberPressed(e);
    if (line === null || !p.lines.press(line)) p.workshop.open();
  };
  const marked = name === "go" ? ref((pane) => markLines(pane, p.lines.marks)) : nothing;
  return html`<div
    class="scroll"
    tabindex="0"
    role="group"
    aria-label=${file.file}
    @click=${press}
    ${marked}
  >
    ${code(file)}
  </div>`;
}

/** Chromium tells of a selection in a shadow tree by its root alone. */
function selects(node: Element): boolean {
  const root = node.getRootNode() as { getSelection?(): Selection | null };
  return (root.getSelection?.() ?? getSelection())?.toString() !== "";
}

const code = ({ source, colours = "" }: SourceFile) =>
  guard([source, colours], () => codeBlock(source, colours));

function expander(p: Panes): TemplateResult | typeof nothing {
  const lines = Math.max(...order(p).map((name) => fileOf(p, name).source.split("\n").length - 1));
  if (lines <= comfortable) return nothing;
  return html`<button
    class="plain expand"
    aria-expanded=${p.layout.expanded}
    @click=${() => p.layout.expand()}
  >
    ${p.layout.expanded ? p.strings.showLess : p.strings.showAll(lines)}
  </button>`;
}

/** CPython's run, which is recorded, never made here. */
function reference(r: Reference | null, strings: Strings): TemplateResult {
  if (!r) return html`<p class="aside">${strings.pythonNotRun}</p>`;
  return html`<details class="aside">
    <summary>${strings.pythonRecorded(r.python, r.date, r.machine)}</summary>
    <pre class="said"><samp>${r.stdout}</samp></pre>
  </details>`;
}
