import { query, state } from "lit/decorators.js";
import type { Engine } from "../../machine/engine";
import { Acts } from "./acts";
import type { Shown } from "./files";
import { renderFrame, type FrameEvents } from "./frame";
import type { Theme } from "./glyph";
import { Layouts } from "./layouts";
import { Loading } from "./loading";
import { readLook, watchLook } from "./look";
import type { Mentions } from "./mentions";
import type { Citations } from "./model";
import type { Layout, Plan } from "./plan";
import type { Corpus } from "./read-corpus";
import { withRemoved } from "./removed";
import { makeSearch } from "./search";
import { SearchBox } from "./search-box";
import { sheets } from "./sheets";
import { showing } from "./shown";
import { turn } from "./turn";
import { firstView } from "./view";
import { guideText } from "./value-text";
import type { Quote } from "./why";

/**
 * The map of PEP references: all PEPs and who cites whom, drawn, searched and
 * walked. What stands inside the element in the page is for readers without
 * JavaScript and gives way to the map.
 *
 * Members for other people's pages: ready, select, selected, graph,
 * metrics, path, export.
 */
export class AhiruPeps extends Acts {
  static override styles = sheets;

  @state() private shade: Theme = "light";

  @query(".stage") private stage!: HTMLElement;
  @query(".minimap") private minimap!: HTMLCanvasElement;
  @query(".probe") private probe!: Element;

  #search = new SearchBox(this);
  protected loading = new Loading(this);
  #layouts = new Layouts(this);
  #plan: Plan | null = null;
  #unwatch = () => {};
  #worded: unknown = null; // the drawing that has its words
  #events: FrameEvents = {
    onKey: this.walk.onKey,
    onShortcut: this.walk.onShortcut,
    onDrop: (event) => this.tools.drop(event) && this.openPanel("data"),
    onFollow: (number) => void this.room.follow(number),
    onMore: (number) => this.doings.pick(number, true),
    onUnpin: (number) => this.doings.unpin(number),
    onClose: this.room.closeSheet,
    onPanel: (name) => void this.room.openPanel(name),
    onToggle: ({ value }) => this.course.toggleValue(value),
  };

  constructor() {
    super();
    this.#search.onChoose = (number, more) => {
      this.pick(number, more);
      this.room.focusMap();
    };
  }

  // ---- Life ----

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchLook(this.#takeLook);
    addEventListener("beforeprint", this.#print);
    addEventListener("afterprint", this.#takeLook);
    this.doings.start();
    if (this.hasUpdated) this.loading.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
    removeEventListener("beforeprint", this.#print);
    removeEventListener("afterprint", this.#takeLook);
    this.doings.stop();
    this.course.stop();
    this.loading.stop();
    this.corpora.cancel();
    this.answers.end();
    this.picture.end();
  }

  /** The scripts of the page and the first sight of the map are two tasks. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await turn();
    super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    this.loading.start();
  }

  takeFacts(citations: Citations): void {
    this.#takeLook(); // nothing before this has a colour of its own
    this.#show(citations);
    this.course.start(citations);
    if (citations.graph.nodes.length > 0) this.picture.prepare();
  }

  #show(citations: Citations) {
    this.citations = citations;
    void turn().then(() => {
      if (this.citations !== citations) return; // others have come
      this.#search.search = makeSearch(citations.all.nodes, (n) => citations.inDegree(n));
    });
  }

  /** Shows a corpus that the reader brought. */
  async adopt({ citations, plan, engine, reader, mentions }: Corpus): Promise<void> {
    const { view } = this.state;
    this.answers.end();
    this.picture.end(); // what is drawn now knows nothing of other PEPs
    this.#show(citations);
    this.answers.take(engine);
    const quote: Quote = (list) => reader.call<string[]>("sentences", list);
    this.#forget(mentions, quote);
    this.course.renew(citations, {
      ...firstView,
      size: view.size,
      colour: citations.changes ? "change" : firstView.colour,
    });
    this.loading.adopted(await this.draw(plan));
  }

  /** Shows the page's own data again. */
  reload(): void {
    this.course.renew(this.citations!, firstView);
    this.answers.end();
    this.picture.end();
    this.#forget(null, null);
    this.course.stop();
    this.loading.retry();
  }

  /** What was calculated of other PEPs is worth nothing now. */
  #forget(mentions: Mentions | null, quote: Quote | null) {
    this.tools.renew();
    this.about.renew();
    this.about.why.take(mentions, quote);
  }

  takeEngine(engine: Engine): void {
    this.answers.take(engine);
  }

  async draw(plan: Plan): Promise<boolean> {
    this.#plan = plan = withRemoved(plan, this.citations!, "force");
    this.#layouts.start(plan);
    await this.updateComplete;
    const drawn = await this.picture.draw(
      this.stage,
      this.room.insets,
      this.citations!,
      plan,
      this.lens.sight!,
      readLook(this.probe),
    );
    this.picture.drawing?.setMinimap(this.minimap);
    this.picture.drawing?.view.aimAt(this.state.aim, true);
    this.requestUpdate();
    return drawn;
  }

  // ---- Places ----

  place(plan: Plan): void {
    this.#plan = withRemoved(plan, this.citations!, this.lens.view.layout);
    this.requestUpdate();
  }

  onNoLayout(reason: string | null, shown: Layout): void {
    this.setView({ ...this.lens.view, layout: shown });
    if (reason !== null) this.course.complain(this.words.noLayout(reason));
  }

  // ---- What is seen ----

  #takeLook = () => {
    if (!this.probe) return;
    const look = readLook(this.probe);
    this.shade = look.theme;
    this.picture.drawing?.setLook(look);
  };

  /** Paper is white, whatever the page is. */
  #print = () => {
    const { drawing } = this.picture;
    if (!drawing) return;
    const { colorScheme } = this.style;
    this.style.colorScheme = "light";
    drawing.print(readLook(this.probe));
    this.style.colorScheme = colorScheme;
  };

  /** The drawn map, for tests and the bench; null while there is none. */
  get drawing() {
    return this.picture.drawing;
  }

  /** What files show of the page. */
  get shown(): Shown {
    return showing({
      citations: this.citations!,
      sight: this.lens.sight!,
      plan: this.#plan,
      look: readLook(this.probe),
      lang: this.language,
      words: this.words,
      selected: this.selected,
      drawnAt: (number) => this.picture.drawing?.placeOf(number) ?? null,
    });
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const { drawing } = this.picture;
    if (changed.has("theme")) this.#takeLook();
    if (drawing && (changed.has("lang") || drawing !== this.#worded)) {
      drawing.setWords(this.words.tray, (label) => guideText(this.lens.sight!, label, this.words));
      this.#worded = drawing;
    }
    if (drawing && this.lens.sight) {
      drawing.setSight(this.lens.sight);
      drawing.setPins(this.state.pins);
      drawing.setPlan(this.#plan!);
      void this.#layouts.want(this.lens.view);
    }
    this.picture.select(this.state.peps);
    this.room.noticeControls();
    this.room.placeTip();
  }

  protected override render() {
    const { citations, said, words } = this;
    return renderFrame(
      {
        citations,
        sight: this.lens.sight,
        loading: this.loading,
        layouts: this.#layouts,
        picture: this.picture,
        search: this.#search,
        peps: this.state.peps,
        controls: this.doings,
        pinned: Object.hasOwn(this.state.pins, this.selected ?? -1),
        host: this,
        theme: this.shade,
        notice: this.course.notice,
        said,
        words,
        about: this.about,
        panels: this.tools.panels,
        panel: this.tools.open,
        lang: this.language,
        roomy: this.loading.phase.name === "ready" && this.room.hasLegend, // to measure takes its time
      },
      this.#events,
    );
  }
}
