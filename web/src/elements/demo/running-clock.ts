/** How often the clock of a run is drawn anew, in ms. */
const tickMs = 250;

/**
 * The clock beside a run's state. While the run goes on this text alone is
 * drawn anew: the page shares the cores with the processes that it shows.
 */
export class RunningClock {
  private readonly node = document.createElement("span");
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly read: () => string) {
    this.node.className = "clock";
    this.node.ariaHidden = "true"; // for eyes only
  }

  /** It, as it stands now. */
  drawn(): HTMLElement {
    this.draw();
    return this.node;
  }

  /** Has it drawn from time to time, or no more. */
  run(runs: boolean): void {
    if (!runs) clearInterval(this.ticking);
    else this.ticking ??= setInterval(() => this.draw(), tickMs);
    if (!runs) this.ticking = undefined;
  }

  private draw(): void {
    const text = this.read();
    if (this.node.textContent !== text) this.node.textContent = text;
  }
}
