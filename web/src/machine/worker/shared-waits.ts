import type { Control } from "../control";
import { doing } from "../control";
import type { Brake } from "./brake";
import type { Clock } from "./clock";

type Wait = (at: number, value: number, us: number) => number;
type Notify = (at: number, count: number) => number;

/** What wait answers; see shared-module.ts. */
const woken = 0;
const late = 2;

const usPerMs = 1000;
const longestUs = 2 ** 31 - 1;
/** How long a thread waits on a virtual clock before it looks whether a wake-up has missed it, in real µs. */
const sliceUs = 20_000;
/** How long one that has no timeout waits before the kernel is told, in real µs: a lock is had sooner. */
const patienceUs = 50_000;

/**
 * The imports of `shm` for a run that can be paused: who waits in shared memory
 * waits on the run's clock, and says so in the control memory; who may wait for
 * ever tells the kernel as well. The other functions stay as they are, from
 * wasm to wasm.
 */
export function onRunClock(
  imports: WebAssembly.ModuleImports,
  clock: Clock,
  control: Control,
  brake: Brake,
  tellBlocked: () => void,
): WebAssembly.ModuleImports {
  const wait = imports.wait as unknown as Wait;
  const notify = imports.notify as unknown as Notify;
  const deadline = (us: number) => (us < 0 ? Infinity : clock.now() + us / usPerMs);

  const realWait: Wait = (at, value, us) => {
    brake.check();
    const until = deadline(us);
    for (let first = true; ; first = false) {
      brake.slot.block(at, value, until);
      if (until === Infinity && !first) tellBlocked();
      const outcome = wait(at, value, slice(until, first));
      brake.slot.state = doing.running;
      if (outcome === woken) control.woken(-1);
      brake.check();
      if (outcome !== late || clock.now() >= until) return outcome;
    }
  };

  const slice = (until: number, first: boolean) => {
    if (until === Infinity) return first ? patienceUs : -1;
    return Math.min(Math.ceil(clock.realUntil(until) * usPerMs), longestUs);
  };

  const virtualWait: Wait = (at, value, us) => {
    brake.check();
    const until = deadline(us);
    brake.slot.block(at, value, until);
    tellBlocked();
    let outcome: number;
    do outcome = wait(at, value, us === 0 ? 0 : sliceUs);
    while (outcome === late && control.now < until);
    brake.slot.state = doing.running;
    if (outcome === woken) control.woken(-1);
    brake.check();
    clock.advance(control.now);
    return outcome === woken && clock.now() >= until ? late : outcome;
  };

  const countedNotify: Notify = (at, count) => {
    const number = notify(at, count);
    if (number > 0) control.woken(number);
    return number;
  };

  return { ...imports, wait: clock.virtual ? virtualWait : realWait, notify: countedNotify };
}
