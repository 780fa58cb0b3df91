import type { Control, Slot } from "../control";
import { doing } from "../control";

/** Runtime calls that are part of others, or after which there is nothing. */
const free = ["runtime.wasmExit", "runtime.resetMemoryDataView", "syscall/js.finalizeRef", "debug"];

/** Stops this worker where it stands while the run is paused. */
export class Brake {
  constructor(
    private readonly control: Control,
    readonly slot: Slot,
    /** The kernel is to look: no Go runs here. */
    private readonly tell: () => void,
    /** The kernel's time. */
    private readonly now: () => number,
  ) {}

  /** Comes back when the run is not paused. */
  check(): void {
    while (this.control.held) {
      this.slot.hold(this.now());
      this.tell();
      this.control.waitWhileHeld();
      this.slot.state = doing.running; // and then look again: it may have been paused anew
    }
    this.control.goOn(this.now);
  }

  /** Has Go come by here at each call of its runtime. */
  guard({ gojs }: GoRuntime["importObject"]): void {
    for (const [name, call] of Object.entries(gojs)) {
      if (free.includes(name)) continue;
      gojs[name] = (sp) => {
        this.check();
        call(sp);
      };
    }
  }
}
