/**
 * Lessons that stand beside one another (embeds in one post) run one at a time:
 * two at once would measure each other. The turn is a lock of the browser, so
 * frames of one site need not know of one another, and one that is taken out
 * of its page gives its turn back whatever it was doing. The lock holds for
 * the post's site, in other tabs too.
 */
const lock = "ahiru-run";

/** How long a wait goes unmentioned, in ms. */
const unnoticed = 150;

/** Lessons that no lock reaches: frames without an origin have none in common. */
export interface Siblings {
  /** Waits until none of them runs and gives what ends the turn. */
  take(signal: AbortSignal): Promise<() => void>;
}

/** A turn that is nobody's to take. */
export const freeTurn = (): Promise<() => void> => Promise.resolve(() => {});

/** Waits for the turn, by lock and then among siblings, and gives what ends it; says when it has to wait. */
export async function takeTurn(
  waits: () => void,
  signal: AbortSignal,
  siblings: Siblings | null = null,
  locks: Pick<LockManager, "request"> | null = navigator.locks ?? null,
): Promise<() => void> {
  const mention = setTimeout(waits, unnoticed);
  const unlock = await takeLock(signal, locks);
  const end = await (siblings?.take(signal) ?? freeTurn());
  clearTimeout(mention);
  return () => {
    end();
    unlock();
  };
}

/** Where the browser has no locks (a frame of opaque origin, plain http), or the wait is called off, there is none to end. */
function takeLock(
  signal: AbortSignal,
  locks: Pick<LockManager, "request"> | null,
): Promise<() => void> {
  if (!locks) return freeTurn();
  return new Promise((resolve) => {
    locks
      .request(lock, { signal }, () => new Promise<void>((end) => resolve(end)))
      .catch(() => resolve(() => {}));
  });
}
