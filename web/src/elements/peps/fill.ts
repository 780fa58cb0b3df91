// The map on the full screen.

export class Fill {
  #element: Element;
  #changed: () => void;

  constructor(element: Element, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  /** Whether the browser lets this page fill the screen. */
  get possible(): boolean {
    return document.fullscreenEnabled === true;
  }

  get now(): boolean {
    return this.#element.matches(":fullscreen");
  }

  start(): void {
    document.addEventListener("fullscreenchange", this.#changed);
  }

  stop(): void {
    document.removeEventListener("fullscreenchange", this.#changed);
  }

  /** Fills the screen, or gives it back; rejects with what the browser says. */
  async toggle(): Promise<void> {
    if (this.now) await document.exitFullscreen();
    else if (this.possible) await this.#element.requestFullscreen();
  }
}
