// The panel that saves the map as a file.

import { html, nothing } from "lit";
import { fileName, formats, save, type Format } from "./files";
import type { Strings } from "./strings";

const names: Partial<Record<Format, string>> = { "csv-nodes": "CSV", graphml: "GraphML" };

export interface SaveHost {
  readonly words: Strings;
  export(format: string): Promise<Blob>;
  requestUpdate(): void;
}

export class SavePanel {
  #host: SaveHost;
  #busy: Format | null = null;
  #told = "";

  constructor(host: SaveHost) {
    this.#host = host;
  }

  async #save(format: Format) {
    if (this.#busy) return;
    this.#busy = format;
    this.#tell(this.#host.words.saving(fileName(format)));
    try {
      save(await this.#host.export(format), fileName(format));
      this.#told = this.#host.words.saved(fileName(format));
    } catch (error) {
      this.#told = error instanceof Error ? error.message : String(error);
    }
    this.#busy = null;
    this.#host.requestUpdate();
  }

  #tell(text: string) {
    this.#told = text;
    this.#host.requestUpdate();
  }

  render() {
    const { words } = this.#host;
    return html`<ul class="files">
        ${formats.map(
          (format) =>
            html`<li>
              <button
                type="button"
                class="plain-button"
                data-format=${format}
                ?disabled=${this.#busy !== null}
                @click=${() => void this.#save(format)}
              >
                ${names[format] ?? format.toUpperCase()}
              </button>
              <span>${words.fileUses[format]}</span>
            </li>`,
        )}
      </ul>
      <p class="hint" role="status">${this.#told || nothing}</p>`;
  }
}
