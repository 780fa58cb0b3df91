import { html, nothing, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { visibleText } from "../../lib/visible-text";
import type { EditWords } from "./edit-words";
import { offerFile, readFile } from "./program-file";
import type { Problem } from "./source-files";
import { toolchainStatus } from "./status";
import type { Language } from "./strings";
import type { Workshop } from "./workshop";
import type { Notice } from "./workshop-host";

/** The parts of the Go pane that belong to writing. */
export interface WorkshopView {
  /** Beside the pane's title. */
  mark: TemplateResult | typeof nothing;
  actions: TemplateResult | typeof nothing;
  /** Between the title and the code. */
  tools: TemplateResult | typeof nothing;
  /** In place of the code; null while it is only read. */
  editor: HTMLElement | null;
  /** Below the code. */
  below: TemplateResult;
  /** The reader turned to the code that is only read. */
  open(): void;
}

export interface WorkshopState {
  workshop: Workshop;
  words: EditWords;
  language: Language;
  /** A run shows how far the toolchain is; then this does not. */
  busy: boolean;
  /** Where there is a lesson to go back to. */
  restorable: boolean;
}

export function workshopView(s: WorkshopState): WorkshopView {
  const { workshop, words } = s;
  const { editor } = workshop;
  const edited = s.restorable && workshop.mustBuild;
  return {
    mark: edited ? html`<span class="edited">${words.edited}</span>` : nothing,
    actions: editor ? nothing : editButton(workshop, words),
    tools: editor ? tools(s) : nothing,
    editor,
    below: html`${note(workshop.notice)} ${pack(s)} ${complaints(workshop, words)}`,
    open: () => void workshop.open(true),
  };
}

const editButton = (workshop: Workshop, words: EditWords) =>
  html`<button
    class="plain edit"
    title=${words.editHint}
    @click=${() => workshop.open(true)}
    @pointerenter=${() => workshop.intend()}
    @focus=${() => workshop.intend()}
  >
    ${words.edit}
  </button>`;

function tools(s: WorkshopState): TemplateResult {
  const { workshop, words } = s;
  const { editor } = workshop;
  const button = (label: string, act: () => void, title = label) =>
    html`<button class="plain" title=${title} @click=${act}>${label}</button>`;
  return html`<div class="tools" role="toolbar" aria-label=${words.tools}>
    ${button(words.undo, () => editor?.undo())} ${button(words.redo, () => editor?.redo())}
    ${button(words.find, () => editor?.find())}
    ${button(words.format, () => void workshop.format(), words.formatKeys)}
    ${button(words.download, () => offerFile(workshop.source, workshop.fileName))} ${openButton(s)}
    ${
      s.restorable && workshop.mustBuild
        ? button(words.restore, () => void workshop.restore())
        : nothing
    }
  </div>`;
}

/** A field for a file cannot be dressed; a button presses it. */
function openButton({ workshop, words, language }: WorkshopState): TemplateResult {
  const field = createRef<HTMLInputElement>();
  const chosen = async () => {
    const input = field.value;
    const file = input?.files?.[0];
    if (!input || !file) return;
    input.value = ""; // the same file may be chosen again
    const { text, notice } = await readFile(file, words, language);
    if (text === null) workshop.say(notice);
    else await workshop.put(text);
  };
  return html`<button class="plain" @click=${() => field.value?.click()}>${words.openFile}</button>
    <input
      ${ref(field)}
      type="file"
      accept=".go,.txtar,.txt,text/plain"
      aria-label=${words.openFile}
      hidden
      @change=${chosen}
    />`;
}

function note(notice: Notice | null): TemplateResult {
  const action = notice?.action;
  const role = action ? "note" : "status"; // where a program came from, the line beside Run says aloud
  return html`<div class="note" role=${role}>
    ${
      notice
        ? html`<p class="notice ${notice.bad ? "bad" : ""}">
            ${notice.text}
            ${
              action
                ? html`<button class="plain" @click=${() => action.do()}>${action.label}</button>`
                : nothing
            }
          </p>`
        : nothing
    }
  </div>`;
}

/** How far the toolchain is that the first edit asked for. */
function pack({ workshop, words, language, busy }: WorkshopState): TemplateResult | typeof nothing {
  const { program } = workshop;
  const { state } = program;
  if (busy || !workshop.editor) return nothing;
  if (program.cancelled && state.kind !== "ready")
    return html`<p class="pack">${words.cancelled}</p>`;
  if (state.kind === "idle") return nothing;
  const { text, clock, share } = toolchainStatus(state, language);
  return html`<div class="pack">
    <span role="status">${text}</span>
    ${clock ? html`<span class="clock" aria-hidden="true">${clock}</span>` : nothing}
    ${
      share === undefined
        ? nothing
        : html`<progress max="1" .value=${share} aria-label=${text}></progress>`
    }
    ${
      program.prefetching
        ? html`<button class="plain cancel" @click=${() => program.cancelPrefetch()}>
            ${words.cancel}
          </button>`
        : nothing
    }
  </div>`;
}

/** The compiler's complaints, each of which leads to its place. */
function complaints(workshop: Workshop, words: EditWords): TemplateResult | typeof nothing {
  const { problems } = workshop;
  if (problems.length === 0) return nothing;
  return html`<section class="problems" aria-label=${words.problems(problems.length)}>
    <p class="title">${words.problems(problems.length)}</p>
    <ul>
      ${problems.map((problem) => html`<li>${complaint(workshop, problem)}</li>`)}
    </ul>
  </section>`;
}

function complaint(workshop: Workshop, problem: Problem): TemplateResult {
  const message = html`<span class="message">${visibleText(problem.message)}</span>`;
  if (problem.line === 0) return message;
  const jump = () => void workshop.open().then(() => workshop.editor?.jump(problem));
  return html`<button class="plain" @click=${jump}>
    <code>${problem.line}:${problem.column}</code> ${message}
  </button>`;
}
