// The panels of the map, and which of them is open.

import type { Analysis } from "./analysis";
import { CheckPanel } from "./check-panel";
import type { Corpora } from "./corpora";
import { CorpusPanel } from "./corpus-panel";
import { FilterPanel } from "./filter-panel";
import { GroupsPanel } from "./groups-panel";
import type { DeskHost } from "./desk";
import type { Findings } from "./findings";
import { renderHelpPanel } from "./help-panel";
import type { Lens } from "./lens";
import { renderLookPanel } from "./look-panel";
import { MetricsPanel } from "./metrics-panel";
import type { Citations } from "./model";
import type { Panel } from "./panel";
import { PathPanel } from "./path-panel";
import { SavePanel } from "./save-panel";
import type { State, Way } from "./state";
import type { Strings } from "./strings";
import { listed, type View } from "./view";

export interface ToolsHost extends DeskHost {
  readonly words: Strings;
  readonly lens: Lens;
  readonly state: State;
  setView(view: View): void;
  preview(view: View): void;
  /** Takes the way that is shown, null for none. */
  setWay(way: Way | null): void;
  unpinAll(): void;
  frame(numbers: readonly number[]): void;
  readonly citations: Citations | null;
  readonly corpora: Corpora;
  findings(): Promise<Findings>;
  readonly selected: number | null;
  analysis(): Promise<Analysis>;
  choose(number: number | null): void;
  pick(number: number, more: boolean): void;
  showPath(numbers: readonly number[]): void;
  export(format: string): Promise<Blob>;
  requestUpdate(): void;
}

export class Tools {
  #open: string | null = null;

  #host: ToolsHost;
  #filter!: FilterPanel;
  #path!: PathPanel;
  #groups!: GroupsPanel;
  #metrics!: MetricsPanel;
  #save: SavePanel;
  #check: CheckPanel;
  #corpus: CorpusPanel;

  constructor(host: ToolsHost) {
    this.#host = host;
    this.renew();
    this.#save = new SavePanel(host);
    this.#check = new CheckPanel(host);
    this.#corpus = new CorpusPanel(host);
  }

  /** Forgets what panels have calculated and what was typed: the map shows other PEPs. */
  renew(): void {
    const host = this.#host;
    this.#filter = new FilterPanel(host);
    this.#path = new PathPanel(host);
    this.#groups = new GroupsPanel(host);
    this.#metrics = new MetricsPanel(host);
  }

  get open(): string | null {
    return this.#open;
  }

  set open(name: string | null) {
    if (this.#open === "path" && name !== "path") this.#path.close();
    if (this.#open === "filter" && name !== "filter") this.#filter.close();
    if (name === "path") this.#path.open();
    this.#open = name;
  }

  /** Whether there is a panel of that name. */
  has(name: string): boolean {
    return this.panels.some((panel) => panel.name === name);
  }

  /** Finds and tells the way of a link, or takes it away. */
  showWay(way: Way | null): void {
    this.#path.show(way);
  }

  /** Takes files that were dropped on the map; whether there were any. */
  drop(event: DragEvent): boolean {
    return this.#corpus.drop(event);
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
        content: () =>
          renderLookPanel({
            view: lens.view,
            compared: this.#host.citations?.changes != null,
            pinned: Object.keys(this.#host.state.pins).length,
            words,
            onView,
            onUnpinAll: () => this.#host.unpinAll(),
          }),
      },
      {
        name: "filter",
        label: words.filter,
        title: words.filterTitle,
        content: () => this.#filter.render(),
      },
      {
        name: "path",
        label: words.path,
        title: words.pathTitle,
        content: () => this.#path.render(),
      },
      {
        name: "groups",
        label: words.groups,
        title: words.groupsTitle,
        content: () => this.#groups.render(),
      },
      {
        name: "metrics",
        label: words.table,
        title: words.tableTitle,
        content: () => this.#metrics.render(),
      },
      {
        name: "check",
        label: words.corpus.checkLabel,
        title: words.corpus.checkTitle,
        content: () => this.#check.render(),
      },
      {
        name: "data",
        label: words.corpus.data,
        title: words.corpus.dataTitle,
        content: () => this.#corpus.render(),
      },
      {
        name: "save",
        label: words.save,
        title: words.saveTitle,
        content: () => this.#save.render(),
      },
      {
        name: "help",
        label: words.help.label,
        title: words.help.title,
        content: () => renderHelpPanel(words),
      },
    ];
  }
}
