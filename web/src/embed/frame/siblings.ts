// Lessons in frames without an origin, as WordPress makes them, have no lock of
// the browser in common. They can still find one another in the page that holds
// them, by the order of its frames, and agree on whose turn it is: who wants to
// run asks the others; one that runs, or has wanted to for longer, answers when
// it is done (Ricart and Agrawala, 1981).
import { fromSibling, version, type SiblingWord } from "../protocol";

/** Nobody looks through more frames than these. */
const mostFrames = 200;
/** A frame that has not answered for so long is no lesson any more, in ms. */
const silence = 2_000;
/** No run lasts longer by default, in ms: one that is waited for longer is left to itself. */
const patience = 60_000;
/** How often it is seen whether a frame that is waited for still exists, in ms. */
const look = 100;

/** A frame as another one sees it, whatever its origin. */
export type Sibling = Pick<Window, "postMessage" | "closed">;

/** What is waited for of one sibling: until when, unless it answers. */
type Open = Map<Sibling, number>;

export class Siblings {
  readonly #id = Math.random().toString(36).slice(2);
  readonly #known = new Set<Sibling>();
  /** Since when this lesson wants its turn or has it; null while it does neither. */
  #since: number | null = null;
  /** The latest that another has wanted its turn: who wants one after hearing of it comes after it (Lamport). */
  #clock = 0;
  /** It has its turn, whenever others may say that they have wanted theirs. */
  #mine = false;
  #open: Open = new Map();
  #later = new Set<Sibling>();
  /** Ends a look that waits for answers. */
  #wake = () => {};

  constructor(
    private readonly around: () => Sibling[] = framesAround,
    private readonly post: Sibling = window.parent,
  ) {}

  /** Listens from now on, and greets whoever is there. */
  meet(): void {
    window.addEventListener("message", ({ data, source }) => this.hear(data, source as Sibling));
    window.addEventListener("pagehide", () => this.#end());
    this.#tell("here", [...this.around(), this.post]);
  }

  /** Waits until no other lesson runs and gives what ends the turn; at once when there is no other. */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) return () => {};
    this.#since = Math.max(Date.now(), this.#clock + 1);
    const others = [...this.#known].filter(({ closed }) => !closed);
    this.#open = new Map(others.map((sibling) => [sibling, Date.now() + silence]));
    this.#tell("want", others);
    while (this.#waits() && !signal.aborted) {
      await new Promise<void>((go) => {
        this.#wake = go;
        setTimeout(go, look);
      });
    }
    this.#mine = true;
    if (signal.aborted) this.#end();
    return () => this.#end();
  }

  /** Takes what was said; from the post itself comes a greeting that it has passed on. */
  hear(data: unknown, source: Sibling | null): void {
    const word = fromSibling(data);
    if (!word || !source || word.id === this.#id) return;
    if (source === this.post) return this.#tell("here", this.around());
    const unknown = !this.#known.has(source);
    this.#known.add(source);
    if (word.turn === "here" && unknown) this.#tell("here", [source]);
    if (word.turn === "want") this.#answer(word, source);
    if (word.turn === "busy" && this.#open.has(source))
      this.#open.set(source, Date.now() + patience);
    if (word.turn === "free" && this.#open.delete(source)) this.#wake();
  }

  #answer({ at, id }: SiblingWord, source: Sibling): void {
    this.#clock = Math.max(this.#clock, at);
    const since = this.#since;
    const earlier = since !== null && (since < at || (since === at && this.#id < id));
    const first = this.#mine || earlier;
    if (first) this.#later.add(source);
    this.#tell(first ? "busy" : "free", [source]);
  }

  #waits(): boolean {
    for (const [sibling, until] of this.#open) {
      if (!sibling.closed && Date.now() < until) continue;
      this.#open.delete(sibling);
      this.#known.delete(sibling);
    }
    return this.#open.size > 0;
  }

  #end(): void {
    this.#since = null;
    this.#mine = false;
    this.#tell("free", [...this.#later]);
    this.#later.clear();
    this.#open.clear();
  }

  #tell(turn: SiblingWord["turn"], siblings: Sibling[]): void {
    const word: SiblingWord = { ahiru: version, turn, at: this.#since ?? 0, id: this.#id };
    for (const sibling of siblings) sibling.postMessage(word, "*");
  }
}

/** All frames of the page on top but this one; those in shadow trees are not to be seen. */
function framesAround(): Window[] {
  const found: Window[] = [];
  const collect = (holder: Window) => {
    for (let i = 0; i < holder.length && found.length < mostFrames; i++) {
      const frame = holder[i] as Window;
      if (frame === window) continue;
      found.push(frame);
      collect(frame);
    }
  };
  collect(window.top ?? window);
  return found;
}
