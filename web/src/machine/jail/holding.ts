import { Control, doing, slotCount, type Slot } from "../control";
import type { Process } from "./process";

/** The processes that are there, by number, lowest first. */
type Live = ReadonlyMap<number, Process>;

/**
 * Holds a run: asks its processes to stop, each at its next call of the
 * machine, and sees when the last one has.
 */
export class Holding {
  #asked = false;
  #all = false;
  /** The kernel's time before which the last process cannot have stopped. */
  #since = 0;
  #letGo = 0;
  #nextSlot = 0;

  constructor(
    private readonly control: Control,
    private readonly live: Live,
    private readonly held: (since: number) => void,
  ) {}

  /** Whether no process runs, or will, before the run is let go on. */
  get all(): boolean {
    return this.#all;
  }

  /** A slot in the control memory that no process has; the last used ones are left alone the longest. */
  slot(): number {
    const taken = new Set([...this.live.values()].map(({ parts }) => parts.slot));
    while (taken.has(this.#nextSlot)) this.#nextSlot = (this.#nextSlot + 1) % slotCount;
    const slot = this.#nextSlot;
    this.#nextSlot = (slot + 1) % slotCount;
    this.control.slot(slot).state = doing.running;
    return slot;
  }

  /** What a process is doing, by its own word. */
  of(process: Process): ReturnType<Control["slot"]> {
    return this.control.slot(process.parts.slot);
  }

  /** Asks all to stop; held is called when they have. */
  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    const wentOn = this.control.hold();
    this.#since = wentOn ? performance.now() : this.#letGo; // nothing has run since it was let go
    for (const process of this.live.values()) process.hold();
    this.look();
  }

  /** To be called when fewer may be running than before. */
  look(): void {
    if (!this.#asked || this.#all || this.live.size === 0) return;
    const slots = [...this.live.values()].map((process) => this.of(process));
    if (slots.some(({ state }) => state === doing.running)) return;
    this.#all = true;
    this.held(slots.reduce((latest, slot) => Math.max(latest, stoppedAt(slot)), this.#since));
  }

  /** Lets all go on. */
  letGo(): void {
    this.#asked = this.#all = false;
    this.#letGo = performance.now();
    this.control.letGo();
  }
}

/** When a process stopped, by its own word; one that blocks had stopped before it was asked. */
function stoppedAt({ state, since }: Slot): number {
  const said = state === doing.held && Number.isFinite(since);
  return said ? Math.min(since, performance.now()) : 0;
}
