/** Where a lesson's text is kept between visits. Storage has this form; frames of opaque origin have none. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/**
 * The browser's own, or null where it keeps nothing. In a frame nothing is kept: the post around
 * it can ask for the source, and what was typed elsewhere is none of its business.
 */
export function localShelf(): Shelf | null {
  try {
    return window.parent === window ? localStorage : null;
  } catch {
    return null;
  }
}

/** Where the text that is shown came from. */
export type Origin = "lesson" | "kept" | "link" | "file" | "script";

/**
 * What a reader makes of a program. It is kept under the lesson's name, and
 * gone again when it equals the lesson. A program that came with a link is
 * kept apart, so that it takes no one's own work away.
 */
export class Draft {
  text: string;
  origin: Origin = "lesson";
  /** Marks the link that the text came with, "" for none. */
  private link = "";

  constructor(
    private readonly name: string,
    readonly original: string,
    private readonly shelf: Shelf | null,
  ) {
    this.text = original;
  }

  get edited(): boolean {
    return this.text !== this.original;
  }

  /** Takes up what was left here, if anything was. */
  recall(): boolean {
    const kept = this.read(this.key());
    if (kept === null || kept === this.original) return false;
    this.text = kept;
    this.origin = "kept";
    return true;
  }

  /** The reader typed. Gives whether the text could be kept. */
  type(text: string): boolean {
    this.text = text;
    return this.keep();
  }

  /** Another text in place of this one. */
  replace(text: string, origin: Origin): void {
    this.link = "";
    this.text = text;
    this.origin = origin;
    this.keep();
  }

  /** The program of a link, or what the reader made of it when it was last open. */
  follow(text: string, link: string): void {
    this.link = link;
    this.origin = "link";
    const [mark, ...kept] = (this.read(this.key()) ?? "").split("\n");
    this.text = mark === link ? kept.join("\n") : text;
  }

  /** Leaves the link for the reader's own text, or the lesson's. */
  leaveLink(): void {
    this.link = "";
    this.text = this.original;
    this.origin = "lesson";
    this.recall();
  }

  private key(): string {
    return `ahiru ${this.link === "" ? "draft" : "draft from link"} ${this.name}`;
  }

  private read(key: string): string | null {
    try {
      return this.shelf?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  private keep(): boolean {
    try {
      if (this.link !== "") this.shelf?.setItem(this.key(), `${this.link}\n${this.text}`);
      else if (this.edited) this.shelf?.setItem(this.key(), this.text);
      else this.shelf?.removeItem(this.key());
      return this.shelf !== null;
    } catch {
      return false; // full, or forbidden
    }
  }
}
