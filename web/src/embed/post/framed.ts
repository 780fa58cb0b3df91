import { eventNames, toHeight, type Told } from "../protocol";
import { Line } from "./line";
import { dataIsDear, whenForbidden, whenSeen } from "./seen";
import { languageOf, site } from "./site";
import { button, link, Stage } from "./stage";
import { lookAround, watchSurroundings } from "./surroundings";
import { wordsOf, type Words } from "./words";

/** The frames that stand in the page. */
export const frames = new Set<HTMLIFrameElement>();

/** How long a frame that has loaded, and one that has not, may stay silent, in ms. */
const afterLoad = 5_000;
const inAll = 45_000;

/**
 * An element of a post that is shown by a frame of the site. Nothing is
 * fetched until it is seen, or something is asked of it. What stands between
 * its tags stays until the frame has something to show, and when it never has.
 */
export abstract class Framed extends HTMLElement {
  /** The message after which the frame has something to show. */
  protected abstract readonly shownAfter: Told["told"];

  /** Members that a script may have set before the element was defined. */
  protected static readonly settable: readonly string[] = [];

  readonly #stage = new Stage(this);
  #frame: HTMLIFrameElement | null = null;
  #line: Line | null = null;
  #greeted = false;
  /** Why the frame cannot be shown, "" while that is not known. */
  #trouble = "";
  /** What a script has set, by member: a frame that loads again gets it again. */
  readonly #settings = new Map<string, unknown>();
  #life = new AbortController();

  /** The address of the frame, and of the page that leads on. */
  protected abstract address(theme: string): URL;
  protected abstract page(): URL;
  protected abstract label(words: Words): string;
  /** What has to be set before the first frame, now that the element's contents are known. */
  protected prepare(): void {}
  /** A sentence when there is nothing to show. */
  protected abstract fault(words: Words): string | null;

  connectedCallback(): void {
    const { signal } = (this.#life = new AbortController());
    this.#adopt();
    watchSurroundings(() => this.look(), signal);
    whenForbidden(site.origin, () => this.#frame && this.#forbidden(), signal);
    window.addEventListener("online", () => this.#frame && !this.#greeted && this.again(), {
      signal,
    });
    if (!dataIsDear()) whenSeen(this, () => this.show(), signal);
    else
      this.#stage.say(
        "",
        button(this.words.show, () => this.show()),
      );
  }

  disconnectedCallback(): void {
    this.#life.abort();
    this.#drop(this.words.gone);
    this.#stage.say(null);
  }

  get ready(): Promise<void> {
    return this.ask("ready") as Promise<void>;
  }

  protected get language(): string {
    const around = this.closest<HTMLElement>("[lang]:not([lang=''])");
    return languageOf(this.lang || around?.lang || "en");
  }

  protected get words(): Words {
    return wordsOf(this.language);
  }

  /** Asks the frame, which is put there for it; what comes back is the member's. */
  protected ask(member: string, ...args: unknown[]): Promise<unknown> {
    this.show();
    const why = this.#trouble || (this.#line ? "" : this.#refusal());
    return why ? Promise.reject(new Error(why)) : this.#line!.ask(member, ...args);
  }

  /** Asks a frame that is there already. */
  protected nudge(member: string): void {
    this.#line?.ask(member).catch(() => {});
  }

  protected has(member: string): boolean {
    return this.#settings.has(member);
  }

  protected set(member: string, value: unknown): void {
    this.#settings.set(member, value);
    this.#line?.ask(`${member}=`, value).catch((problem: Error) => reportError(problem));
  }

  protected look(): void {
    this.#line?.ask("look", lookAround(this)).catch(() => {});
  }

  /** Puts the frame there again, by another address. */
  protected again(): void {
    if (!this.#frame) return;
    this.#drop(this.words.gone);
    this.show();
  }

  protected show(): void {
    if (this.#frame || !this.isConnected) return;
    const fault = this.fault(this.words);
    if (fault) return this.#stage.say(fault);
    this.prepare();
    const frame = (this.#frame = document.createElement("iframe"));
    frame.title = this.label(this.words);
    frame.allow = "cross-origin-isolated; clipboard-write";
    frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-downloads", "allow-popups");
    frame.sandbox.add("allow-popups-to-escape-sandbox");
    frame.src = this.address(lookAround(this).theme).href;
    this.#line = new Line(frame, site.origin, (told) => this.#hear(told, frame));
    this.#configure();
    frame.addEventListener("load", () => this.#expect(frame, afterLoad));
    this.#expect(frame, inAll);
    this.#stage.put(frame);
    frames.add(frame);
  }

  #adopt(): void {
    const early = this as unknown as Record<string, unknown>;
    for (const member of (this.constructor as typeof Framed).settable) {
      if (!Object.hasOwn(this, member)) continue;
      const value = early[member];
      delete early[member];
      early[member] = value;
    }
  }

  #configure(): void {
    this.look();
    for (const [member, value] of this.#settings) this.set(member, value);
  }

  #hear({ told, detail }: Told, frame: HTMLIFrameElement): void {
    if (told === "hello") {
      if (this.#greeted) this.#line?.fail(this.words.gone); // another document than the one that was asked
      if (this.#greeted) this.#configure();
      this.#greeted = true;
      this.#trouble = "";
    }
    const height = told === "height" ? toHeight(detail) : null;
    if (height !== null) frame.style.height = `${height}px`;
    if (told === this.shownAfter) this.#stage.reveal(frame);
    if ((eventNames as readonly string[]).includes(told)) {
      this.dispatchEvent(new CustomEvent(told, { detail, bubbles: true, composed: true }));
    }
  }

  #expect(frame: HTMLIFrameElement, ms: number): void {
    setTimeout(() => {
      if (this.#frame !== frame || this.#greeted || this.#trouble) return;
      this.#complain(this.words.silent(site.host));
    }, ms);
  }

  #forbidden(): void {
    this.#complain(this.words.forbidden(site.host));
    this.#frame?.remove();
  }

  #complain(sentence: string): void {
    this.#trouble = sentence;
    this.#line?.fail(sentence);
    this.#stage.say(sentence, link(this.page(), this.words.open));
  }

  #refusal(): string {
    return this.isConnected ? (this.fault(this.words) ?? this.words.gone) : this.words.gone;
  }

  #drop(why: string): void {
    this.#line?.end(why);
    this.#frame?.remove();
    if (this.#frame) frames.delete(this.#frame);
    this.#frame = this.#line = null;
    this.#greeted = false;
    this.#trouble = "";
  }
}
