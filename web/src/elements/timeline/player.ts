/** How long a walk through a whole run takes, in ms. */
const walk = 12_000;

/** With reduced motion it goes event by event, one in so many ms. */
const pace = 700;

/** Walks through the time of a run by itself. */
export class Player {
  private frame = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly on: {
      at(): number;
      end(): number;
      goTo(at: number): void;
      step(): void;
      changed(): void;
    },
  ) {}

  get playing(): boolean {
    return this.frame !== 0 || this.timer !== undefined;
  }

  toggle(): void {
    if (this.playing) return this.stop();
    if (this.on.at() >= this.on.end()) this.on.goTo(0);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.byEvents();
    else this.smoothly();
    this.on.changed();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    clearInterval(this.timer);
    this.frame = 0;
    this.timer = undefined;
    this.on.changed();
  }

  private smoothly(): void {
    const from = this.on.at();
    let begun: number | undefined;
    const next = (now: number) => {
      begun ??= now;
      const at = from + ((now - begun) / walk) * this.on.end();
      this.on.goTo(Math.min(at, this.on.end()));
      if (at >= this.on.end()) this.stop();
      else this.frame = requestAnimationFrame(next);
    };
    this.frame = requestAnimationFrame(next);
  }

  private byEvents(): void {
    this.timer = setInterval(() => {
      const before = this.on.at();
      this.on.step();
      if (this.on.at() === before) this.stop();
    }, pace);
  }
}
