/** What browsers tell about the connection, where they tell anything. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/**
 * Calls once when the reader has the element before them and the browser has
 * nothing better to do; never where data is dear. Returns how to call it off.
 *
 * A lesson that is on the screen is likely to be run, and its half megabyte
 * must be here before the press if the first output is to follow at once. One
 * that is not seen costs nothing.
 */
export function whenWanted(element: Element, fetch: () => void): () => void {
  if (dataIsDear()) return () => {};
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    whenIdle(fetch);
  });
  watch.observe(element);
  return () => watch.disconnect();
}

/** Whether the reader asked for little data, or the connection carries little. */
export function dataIsDear(): boolean {
  const connection = (navigator as { connection?: Connection }).connection;
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? "");
}

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}
