import { html, nothing, type TemplateResult } from "lit";
import type { EditWords } from "./edit-words";
import { wordFor, type Example } from "./lesson";
import type { Language } from "./strings";

/** A menu of programs to begin with. Choosing one puts it into the editor, where it can be undone. */
export function exampleMenu(
  examples: Example[],
  words: EditWords,
  language: Language,
  choose: (example: Example) => void,
): TemplateResult | typeof nothing {
  if (examples.length === 0) return nothing;
  const chosen = (e: Event) => {
    const menu = e.currentTarget as HTMLSelectElement;
    const example = examples[menu.selectedIndex - 1];
    menu.selectedIndex = 0;
    if (example) choose(example);
  };
  return html`<select class="examples" aria-label=${words.examples} @change=${chosen}>
    <option selected>${words.chooseExample}</option>
    ${examples.map(({ name, titles }) => html`<option>${wordFor(titles, language) ?? name}</option>`)}
  </select>`;
}
