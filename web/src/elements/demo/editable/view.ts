import { html, nothing, type TemplateResult } from "lit";
import { longestEditable, type EditableLine } from "../../../machine/editable";
import type { Drawing } from "../lesson";
import type { Language } from "../strings";
import { editableWords } from "./words";

/** What there is to edit, and how it reaches the program. */
export interface Editing {
  /** What the run has reported so far. */
  lines: Drawing[];
  language: Language;
  /** Null when no program runs. */
  write: ((path: string, text: string) => void) | null;
}

/** More files than this have no room on the page. */
const most = 3;

/** A field for a file. What the reader is typing is not taken away when the program writes the file itself. */
class Field {
  readonly area = document.createElement("textarea");
  readonly note = document.createElement("span");
  private shown = "";

  constructor() {
    this.area.rows = 5;
    this.area.maxLength = longestEditable;
    this.area.spellcheck = false;
    this.area.translate = false;
    this.note.setAttribute("role", "status");
  }

  show(text: string): void {
    if (text === this.shown) return;
    if (this.area.value === this.shown) this.area.value = text;
    this.shown = text;
  }

  saved(): void {
    this.shown = this.area.value;
  }
}

/** Files of a running program that the reader may edit. */
export class Editables {
  private fields = new Map<string, Field>();

  view({ lines, language, write }: Editing): TemplateResult | typeof nothing {
    const files = filesOf(lines);
    this.forget(files);
    if (files.length === 0) return nothing;
    const words = editableWords(language);
    return html`<section class="editable" aria-label=${words.title}>
      ${files.map((file) => this.file(file, language, write))}
    </section>`;
  }

  private file(
    { path, text }: EditableLine,
    language: Language,
    write: Editing["write"],
  ): TemplateResult {
    const words = editableWords(language);
    const field = this.field(path);
    field.show(text);
    field.area.ariaLabel = path;
    if (!write) field.note.textContent = "";
    const save = () => {
      if (!write) return;
      write(path, field.area.value);
      field.saved();
      field.note.textContent = words.saved;
    };
    const keys = (e: KeyboardEvent) => {
      if (e.key !== "s" || !(e.ctrlKey || e.metaKey) || e.isComposing) return;
      e.preventDefault();
      save();
    };
    return html`<div class="watched" @keydown=${keys} @input=${() => (field.note.textContent = "")}>
      <p class="title">${words.title}: <code translate="no">${nameOf(path)}</code></p>
      ${field.area}
      <p class="hint">
        <button aria-disabled=${write ? "false" : "true"} @click=${save}>${words.save}</button>
        ${write ? words.hint : words.ended} ${field.note}
      </p>
    </div>`;
  }

  private field(path: string): Field {
    const known = this.fields.get(path) ?? new Field();
    this.fields.set(path, known);
    return known;
  }

  /** Of another run there is nothing to keep. */
  private forget(files: EditableLine[]): void {
    for (const path of this.fields.keys()) {
      if (!files.some((file) => file.path === path)) this.fields.delete(path);
    }
  }
}

/** The files of a run, each as it was reported last. */
function filesOf(lines: Drawing[]): EditableLine[] {
  const files = new Map<string, EditableLine>();
  for (const line of lines) {
    if (line.drawing !== "file" || (files.size === most && !files.has(line.path))) continue;
    files.set(line.path, line);
  }
  return [...files.values()];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
