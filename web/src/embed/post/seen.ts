/** How far below the screen an embed begins to load, so that it stands there when it is reached. */
const ahead = "300px 0px";

/** Calls once when an element comes before the reader. */
export function whenSeen(element: Element, then: () => void, signal: AbortSignal): void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { rootMargin: ahead },
  );
  watch.observe(element);
  signal.addEventListener("abort", () => watch.disconnect());
}

/** Whether the reader asked for little data. */
export const dataIsDear = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Calls when the post's own policy has kept a frame of this site out. */
export function whenForbidden(origin: string, then: () => void, signal: AbortSignal): void {
  const hear = (event: SecurityPolicyViolationEvent) => {
    const ofFrames = /^(frame|child|default)-src/.test(event.effectiveDirective);
    if (ofFrames && event.disposition === "enforce" && event.blockedURI.startsWith(origin)) then();
  };
  document.addEventListener("securitypolicyviolation", hear, { signal });
}
