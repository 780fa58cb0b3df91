// What pointers and keys ask of the picture.

export interface Wishes {
  /** The share of the picture's width that a pointer is at, from the left of the time. */
  zoom(clientX: number, factor: number): void;
  /** By a share of what is in view. */
  pan(share: number): void;
  fit(): void;
  step(direction: 1 | -1): void;
  /** A press without a drag. */
  press(clientX: number, clientY: number): void;
  hover(clientX: number, clientY: number): void;
  leave(): void;
  letGo(): void;
}

/** How far a pointer moves before it drags, in pixels. */
const slack = 4;

/** Listens for pointers on an element until the signal. */
export function listen(target: HTMLElement, wishes: Wishes, signal: AbortSignal): void {
  const down = new Map<number, { x: number; y: number; moved: boolean }>();
  const width = () => Math.max(1, target.clientWidth);
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    heard: (e: HTMLElementEventMap[K]) => void,
  ) => target.addEventListener(type, heard, { signal, passive: false });

  on("pointerdown", (e) => {
    if (e.button !== 0) return;
    down.set(e.pointerId, { x: e.clientX, y: e.clientY, moved: false });
  });
  on("pointermove", (e) => {
    const pointer = down.get(e.pointerId);
    if (!pointer) return wishes.hover(e.clientX, e.clientY);
    const dx = e.clientX - pointer.x;
    if (!pointer.moved && Math.abs(dx) < slack) return;
    if (!pointer.moved) target.setPointerCapture(e.pointerId);
    pointer.moved = true;
    const other = [...down].find(([id]) => id !== e.pointerId)?.[1];
    if (other) pinch(wishes, other.x, pointer.x, e.clientX);
    else wishes.pan(-dx / width());
    pointer.x = e.clientX;
  });
  on("pointerup", (e) => {
    const pointer = down.get(e.pointerId);
    down.delete(e.pointerId);
    if (pointer && !pointer.moved) wishes.press(e.clientX, e.clientY);
  });
  on("pointercancel", (e) => void down.delete(e.pointerId));
  on("pointerleave", () => wishes.leave());
  on("dblclick", (e) => wishes.zoom(e.clientX, 0.5));
  on("wheel", (e) => {
    const sideways = e.shiftKey ? e.deltaY || e.deltaX : e.deltaX;
    if (e.ctrlKey || e.metaKey) wishes.zoom(e.clientX, Math.exp(e.deltaY / 300));
    else if (Math.abs(sideways) > Math.abs(e.shiftKey ? 0 : e.deltaY))
      wishes.pan(sideways / width());
    else return;
    e.preventDefault();
  });
  on("keydown", (e) => {
    if (!e.ctrlKey && !e.metaKey && !e.altKey && key(wishes, e.key, target)) e.preventDefault();
  });
}

/** Two fingers: what lies under them stays there. */
function pinch(wishes: Wishes, still: number, before: number, now: number): void {
  const [old, fresh] = [Math.abs(before - still), Math.abs(now - still)];
  if (old > 10 && fresh > 10) wishes.zoom((still + now) / 2, old / fresh);
}

function key(wishes: Wishes, pressed: string, target: HTMLElement): boolean {
  const { left, width } = target.getBoundingClientRect();
  const middle = left + width / 2;
  const act: Record<string, () => void> = {
    w: () => wishes.zoom(middle, 0.7),
    s: () => wishes.zoom(middle, 1 / 0.7),
    a: () => wishes.pan(-0.2),
    d: () => wishes.pan(0.2),
    ArrowLeft: () => wishes.pan(-0.1),
    ArrowRight: () => wishes.pan(0.1),
    f: () => wishes.fit(),
    ",": () => wishes.step(-1),
    ".": () => wishes.step(1),
    Escape: () => wishes.letGo(),
  };
  const name = pressed.length === 1 ? pressed.toLowerCase() : pressed;
  if (!Object.hasOwn(act, name)) return false;
  act[name]?.();
  return true;
}
