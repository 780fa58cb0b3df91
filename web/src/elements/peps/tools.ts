// The panels of the map, and which of them is open.

import { FilterPanel, listed } from "./filter-panel";
import type { Lens } from "./lens";
import { renderLookPanel } from "./look-panel";
import type { Panel } from "./panel";
import { SavePanel } from "./save-panel";
import type { Strings } from "./strings";
import type { View } from "./view";

export interface ToolsHost {
  readonly words: Strings;
  readonly lens: Lens;
  setView(view: View): void;
  export(format: string): Promise<Blob>;
  requestUpdate(): void;
}

export class Tools {
  open: string | null = null;

  #host: ToolsHost;
  #filter: FilterPanel;
  #save: SavePanel;

  constructor(host: ToolsHost) {
    this.#host = host;
    this.#filter = new FilterPanel(host);
    this.#save = new SavePanel(host);
  }

  /** Metrics that the open panel shows. */
  get needs(): readonly string[] {
    return this.open === "filter" ? listed : [];
  }

  get panels(): Panel[] {
    const { words, lens } = this.#host;
    const onView = (view: View) => this.#host.setView(view);
    return [
      {
        name: "look",
        label: words.look,
        title: words.lookTitle,
        content: () => renderLookPanel({ view: lens.view, words, onView }),
      },
      {
        name: "filter",
        label: words.filter,
        title: words.filterTitle,
        content: () => this.#filter.render(),
      },
      {
        name: "save",
        label: words.save,
        title: words.saveTitle,
        content: () => this.#save.render(),
      },
    ];
  }
}
