import style from "./style.css";

/** What stands in an embed's place: its code as it was written, a sentence, or the frame. */
export class Stage {
  readonly #root: ShadowRoot;
  readonly #slot = document.createElement("slot");
  readonly #note = document.createElement("p");

  constructor(host: HTMLElement) {
    this.#root = host.attachShadow({ mode: "open", delegatesFocus: true });
    const sheet = new CSSStyleSheet(); // no policy of a post forbids these
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    this.#note.setAttribute("role", "status");
    this.#note.part.add("note");
    this.#note.hidden = true;
    this.#root.append(this.#note, this.#slot);
  }

  /** Puts a frame there, unseen until reveal(). */
  put(frame: HTMLIFrameElement): void {
    frame.className = "coming";
    frame.part.add("frame");
    this.#root.append(frame);
  }

  /** The frame in place of the code. */
  reveal(frame: HTMLIFrameElement): void {
    frame.className = "";
    this.#slot.hidden = this.#note.hidden = true;
  }

  /** The code, and above it a sentence with a way on; null says nothing. */
  say(sentence: string | null, way?: HTMLElement): void {
    this.#slot.hidden = false;
    this.#note.hidden = sentence === null;
    this.#note.replaceChildren(
      sentence ?? "",
      ...(sentence && way ? [" "] : []),
      ...(way ? [way] : []),
    );
  }
}

export function link(href: URL, text: string): HTMLAnchorElement {
  const made = document.createElement("a");
  Object.assign(made, { href: href.href, target: "_blank", rel: "noopener", textContent: text });
  return made;
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}
