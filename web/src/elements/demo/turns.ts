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

/** A turn that is nobody's to take. */
export const freeTurn = (): Promise<() => void> => Promise.resolve(() => {});

/**
 * Waits for the turn and gives what ends it; says when it has to wait. Where
 * the browser has no locks (a frame of opaque origin, plain http) every turn is free.
 */
export function takeTurn(
  waits: () => void,
  signal: AbortSignal,
  locks: Pick<LockManager, "request"> | null = navigator.locks ?? null,
): Promise<() => void> {
  if (!locks) return freeTurn();
  return new Promise((resolve) => {
    const mention = setTimeout(waits, unnoticed);
    const have = (end: () => void) => {
      clearTimeout(mention);
      resolve(end);
    };
    locks
      .request(lock, { signal }, () => new Promise<void>((end) => have(end)))
      .catch(() => have(() => {}));
  });
}
