/** Without a touch for so long, a page counts as read rather than used, in ms. */
const idleMs = 10_000;
/** A lesson that was touched may be running, silently; no run lasts longer by default. */
const runMs = 60_000;

/**
 * Settles when the page has nothing better to do. A page with a lesson waits
 * for the end of the first run: until then all of the network is the lesson's.
 * Without a run it waits until the reader has left the lesson alone for a while.
 */
export async function whenQuiet(): Promise<void> {
  await loaded();
  if (document.querySelector("ahiru-demo")) await firstRun();
  await usable();
  await idle();
}

/** The map fetches its facts and its engine first. */
async function usable(): Promise<void> {
  const map = document.querySelector<Element & { ready?: Promise<void> }>("ahiru-peps");
  if (!map) return;
  await customElements.whenDefined("ahiru-peps");
  await map.ready?.catch(() => {}); // it says so itself
}

function loaded(): Promise<unknown> {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((go) => addEventListener("load", go, { once: true }));
}

function idle(): Promise<unknown> {
  return new Promise((go) => {
    if ("requestIdleCallback" in window) requestIdleCallback(go, { timeout: 5000 });
    else setTimeout(go, 1000);
  });
}

function firstRun(): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const end = () => {
      listening.abort();
      clearTimeout(timer);
      resolve();
    };
    let timer = setTimeout(end, idleMs);
    const wait = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.closest("ahiru-demo")) return;
      clearTimeout(timer);
      timer = setTimeout(end, runMs);
    };
    for (const type of ["pointerdown", "keydown", "ahiru-output"]) {
      document.addEventListener(type, wait, { signal: listening.signal, capture: true });
    }
    document.addEventListener("ahiru-done", end, { signal: listening.signal });
  });
}
