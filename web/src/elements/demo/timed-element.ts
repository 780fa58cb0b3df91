import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { Session } from "./session";
import { clockOf, longestSeed, type ClockChoice } from "./time-choice";
import { TimeHands } from "./time-hands";
import type { TimeWords } from "./time-words";

/** The part of <ahiru-demo> that has its hands on the clock. */
export abstract class TimedElement extends LitElement {
  protected readonly hands = new TimeHands({
    session: () => this.currentSession(),
    words: () => this.timeWords(),
    changed: () => this.requestUpdate(),
  });

  /** What runs go by from the next one on: real, virtual or a factor. A TypeError for anything else, and it stays. */
  @property({ converter: (text) => clockOf(text ?? "real") ?? "real" })
  get clock(): ClockChoice {
    return this.hands.choice.clock;
  }

  set clock(clock: ClockChoice) {
    this.hands.choice.clock = clock;
  }

  /** What chance comes from, from the next run on; "" for the browser's own. A TypeError for what is no text. */
  @property({ converter: (text) => (text ?? "").slice(0, longestSeed) })
  get seed(): string {
    return this.hands.choice.seed;
  }

  set seed(seed: string) {
    this.hands.choice.seed = seed;
  }

  /** Holds the program with its clock at its next call of Go's runtime; false, with the reason shown, where it cannot. */
  pause(): Promise<boolean> {
    return this.hands.pause();
  }

  /** Lets the program go on; nothing when it is not paused. */
  resume(): void {
    this.hands.resume();
  }

  protected abstract currentSession(): Session | undefined;
  protected abstract timeWords(): TimeWords;
}
