import { html, type TemplateResult } from "lit";
import { keyNames } from "./keys";
import type { Strings } from "./strings";

/** All keys, and what hands do without them. */
export function help(s: Strings): TemplateResult {
  const close = (e: Event) => (e.currentTarget as HTMLElement).closest("dialog")?.close();
  const keys = Object.entries(keyNames) as [keyof typeof keyNames, readonly string[]][];
  return html`<dialog aria-label=${s.help}>
    <p class="title">${s.help}</p>
    <dl>
      ${keys.map(
        ([name, each]) =>
          html`<dt>${each.map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${s.keyHelp[name]}</dd>`,
      )}
    </dl>
    <p>${s.handHelp}</p>
    <button @click=${close}>${s.close}</button>
  </dialog>`;
}
