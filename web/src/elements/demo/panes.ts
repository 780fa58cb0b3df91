import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { codeBlock } from "./code";
import type { CodeLanguage } from "../../lib/highlight";
import type { Lesson, Reference, SourceFile } from "./lesson";
import type { Strings } from "./strings";

export type PaneName = "go" | "python";

export interface Panes {
  lesson: Lesson;
  strings: Strings;
  /** One at a time behind tabs, instead of side by side. */
  narrow: boolean;
  /** The pane that is shown when narrow. */
  shown: PaneName;
  expanded: boolean;
  show(pane: PaneName): void;
  expand(): void;
  copyButton(key: string, text: () => string): TemplateResult;
}

const names: Record<PaneName, string> = { go: "Go", python: "Python" };
const order: PaneName[] = ["go", "python"];

/** Lines that a pane shows without being expanded. */
const comfortable = 22;

export function panes(p: Panes): TemplateResult {
  const classes = `panes ${p.narrow ? "narrow" : "wide"} ${p.expanded ? "expanded" : ""}`;
  return html`<div class=${classes} role="group" aria-label=${p.strings.programs}>
    ${p.narrow ? tabs(p) : nothing}
    <div class="row">${order.map((name) => pane(p, name))}</div>
  </div>`;
}

function tabs(p: Panes): TemplateResult {
  return html`<div class="tabs" role="tablist" @keydown=${(e: KeyboardEvent) => arrows(p, e)}>
    ${order.map(
      (name) =>
        html`<button
          role="tab"
          id="tab-${name}"
          aria-controls="pane-${name}"
          aria-selected=${name === p.shown ? "true" : "false"}
          tabindex=${name === p.shown ? 0 : -1}
          @click=${() => p.show(name)}
        >
          ${names[name]}
        </button>`,
    )}
  </div>`;
}

/** Arrow keys, Home and End move between tabs, as the ARIA pattern has it. */
function arrows(p: Panes, e: KeyboardEvent): void {
  const at = order.indexOf(p.shown);
  const last = order.length - 1;
  const to = { ArrowLeft: at === 0 ? last : at - 1, ArrowRight: (at + 1) % order.length };
  const target = { ...to, Home: 0, End: last }[e.key];
  const name = target === undefined ? undefined : order[target];
  if (name === undefined) return;
  e.preventDefault();
  p.show(name);
  const list = e.currentTarget as HTMLElement;
  list.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
}

function pane(p: Panes, name: PaneName): TemplateResult {
  const file = p.lesson[name];
  return html`<section
    id="pane-${name}"
    class="pane"
    role=${p.narrow ? "tabpanel" : "region"}
    aria-label="${names[name]}: ${file.file}"
    ?hidden=${p.narrow && name !== p.shown}
  >
    <header>
      <p class="title">
        <span class="language">${names[name]}</span> <span class="file">${file.file}</span>
      </p>
      ${p.copyButton(name, () => file.source)}
    </header>
    <div class="scroll" tabindex="0" role="group" aria-label=${file.file}>${code(file, name)}</div>
    ${name === "python" ? reference(p.lesson.reference, p.strings) : nothing}
    ${p.narrow || name === "go" ? expander(p) : nothing}
  </section>`;
}

const code = (file: SourceFile, language: CodeLanguage) =>
  guard([file.source, language], () => codeBlock(file.source, language));

function expander(p: Panes): TemplateResult | typeof nothing {
  const lines = Math.max(...order.map((name) => p.lesson[name].source.split("\n").length - 1));
  if (lines <= comfortable) return nothing;
  return html`<button class="plain expand" aria-expanded=${p.expanded} @click=${p.expand}>
    ${p.expanded ? p.strings.showLess : p.strings.showAll(lines)}
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
