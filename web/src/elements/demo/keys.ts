/** What the keys do. */
export interface KeyTargets {
  run(): void;
  stop(): void;
  busy(): boolean;
}

/**
 * Ctrl+Enter (or ⌘+Enter) runs and Esc stops: while the focus is in the element, and
 * anywhere on a page with no other lesson, except where something is typed.
 * An input method keeps its keys. Returns how to end it.
 */
export function listenForKeys(element: HTMLElement, targets: KeyTargets): () => void {
  const listen = (e: KeyboardEvent) => {
    if (e.defaultPrevented || composing(e) || !meant(element, e)) return;
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      targets.run();
    } else if (e.key === "Escape" && targets.busy()) {
      e.preventDefault();
      targets.stop();
    }
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}

/** keyCode 229 is how browsers that end a composition early mark its last key. */
const composing = (e: KeyboardEvent) => e.isComposing || e.keyCode === 229;

function meant(element: HTMLElement, e: KeyboardEvent): boolean {
  const path = e.composedPath();
  if (path.includes(element)) return true;
  const target = path[0];
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));
  return !typing && document.querySelectorAll(element.localName).length === 1;
}
