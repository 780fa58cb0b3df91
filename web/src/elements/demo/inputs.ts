import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { EditWords } from "./edit-words";
import type { Workshop } from "./workshop";

/** What a run is given besides flags: standard input and arguments. */
export function inputs(workshop: Workshop, words: EditWords): TemplateResult {
  const type = (field: "args" | "stdin") => (e: Event) => {
    workshop[field] = (e.currentTarget as HTMLInputElement | HTMLTextAreaElement).value;
    workshop.changed();
  };
  return html`<details class="inputs" ?open=${workshop.args !== "" || workshop.stdin !== ""}>
    <summary>${words.inputs}</summary>
    <label>
      <span class="what">${words.args}</span>
      <input
        class="args"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${live(workshop.args)}
        @input=${type("args")}
      />
      <span class="hint">${words.argsHint}</span>
    </label>
    <label>
      <span class="what">${words.stdin}</span>
      <textarea
        class="stdin"
        rows="3"
        autocapitalize="off"
        spellcheck="false"
        .value=${live(workshop.stdin)}
        @input=${type("stdin")}
      ></textarea>
      <span class="hint">${words.stdinHint}</span>
    </label>
  </details>`;
}
