import { endOf, nextMoment, spanAt, type Lane, type Model, type Span, type State } from "./model";
import { panned, within, zoomed, type TimeWindow } from "./window";

export interface Picked {
  lane: string;
  span: Span | undefined;
}

/** What the reader looks at: the stretch of time, the moment, and which of the goroutines. */
export class Sight {
  at: number | null = null;
  picked: Picked | null = null;
  selection: TimeWindow | null = null;
  /** As typed into the search. */
  sought = "";
  readonly without = new Set<State>();
  /** The line of the program whose spans are lit. */
  line: number | null = null;
  arrows = false;
  /** Goroutines that a lesson's library started for itself are seen too. */
  library = false;
  private wanted: TimeWindow | null = null;

  constructor(
    private readonly model: () => Model,
    private readonly changed: () => void,
  ) {}

  /** What is in view: all of it until the reader chooses. */
  get window(): TimeWindow {
    const { end } = this;
    return within(this.wanted ?? { from: 0, to: end }, end);
  }

  get end(): number {
    return endOf(this.model());
  }

  /** Whether the whole run is in view. */
  get whole(): boolean {
    return this.wanted === null;
  }

  look(window: TimeWindow | null): void {
    this.wanted = window && within(window, this.end);
    this.changed();
  }

  /** Zooms at a share of what is in view. */
  zoom(share: number, factor: number): void {
    const w = this.window;
    this.look(zoomed(w, w.from + share * (w.to - w.from), factor, this.end));
  }

  pan(share: number): void {
    this.look(panned(this.window, share, this.end));
  }

  /** Looks at a moment, and keeps it in view. */
  goTo(at: number | null): void {
    this.at = at;
    const { from, to } = this.window;
    if (at !== null && (at < from || at > to)) {
      return this.look({ from: at - (to - from) / 2, to: at + (to - from) / 2 });
    }
    this.changed();
  }

  /** Goes to the next event; of a lane alone when one is picked. */
  step(direction: 1 | -1): void {
    const model = this.model();
    const lane = model.lanes.find(({ id }) => id === this.picked?.lane);
    const among = lane ? { ...model, lanes: [lane] } : model;
    const at = nextMoment(among, this.at ?? (direction > 0 ? -1 : Infinity), direction);
    if (!Number.isFinite(at) || at < 0) return;
    this.at = at;
    if (lane) this.pick(lane);
    this.goTo(at);
  }

  /** A lane with what it does at the moment looked at. */
  pick(lane: Lane | null): void {
    const { spans = [] } = lane ?? {};
    const span = this.at === null ? undefined : spans[spanAt(spans, this.at)];
    this.picked = lane && { lane: lane.id, span: span?.state === "done" ? undefined : span };
    this.changed();
  }

  /** A stretch that is added up and can be filled with; null for none. */
  select(selection: TimeWindow | null): void {
    this.selection = selection && selection.to > selection.from ? selection : null;
    this.changed();
  }

  /** One end of the selection at the moment looked at. */
  mark(end: "from" | "to"): void {
    if (this.at === null) return;
    const { from, to } = this.selection ?? this.window;
    this.select(end === "from" ? { from: this.at, to } : { from, to: this.at });
  }

  filter(state: State): void {
    if (!this.without.delete(state)) this.without.add(state);
    this.changed();
  }

  /** Lets go of one thing after the other, the nearest first. */
  letGo(): void {
    if (this.selection) this.selection = null;
    else this.picked = this.at = this.line = null;
    this.changed();
  }

  /** Another run is another picture; how it is looked at stays. */
  forget(): void {
    this.picked = this.at = this.wanted = this.selection = this.line = null;
  }

  /** Whether anything keeps lanes or spans from being seen. */
  get filtered(): boolean {
    return this.sought !== "" || this.without.size > 0;
  }

  showAll(): void {
    this.sought = "";
    this.without.clear();
    this.changed();
  }
}
