import type { Session } from "./session";
import { TimeChoice } from "./time-choice";
import type { TimeWords, Unpaused } from "./time-words";

/** What the hands on the clock need of the element. */
export interface TimeHost {
  session(): Session | undefined;
  words(): TimeWords;
  changed(): void;
}

/** The element's hands on the clock: the choice for the next run, pause and resume for this one. */
export class TimeHands {
  readonly choice: TimeChoice;
  /** Why the last pause failed; "" when there is nothing to say. */
  remark = "";

  constructor(private readonly host: TimeHost) {
    this.choice = new TimeChoice(() => host.words());
  }

  /** Holds the run; false when it could not, with the reason in remark. */
  async pause(): Promise<boolean> {
    this.say("");
    const outcome = (await this.host.session()?.pause()) ?? "idle";
    const why = this.host.words().cannotPause;
    if (Object.hasOwn(why, outcome)) this.say(why[outcome as Unpaused]);
    return outcome === "paused";
  }

  /** Lets the run go on; nothing when it is not paused. */
  resume(): void {
    this.say("");
    this.host.session()?.resume();
  }

  /** What the one button does. */
  toggle(): void {
    if (this.host.session()?.state.kind === "paused") this.resume();
    else void this.pause();
  }

  /** A run begins or ends: what was said of the last one is over. */
  say(remark: string): void {
    if (remark === this.remark) return;
    this.remark = remark;
    this.host.changed();
  }
}
