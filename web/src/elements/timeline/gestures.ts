// What pointers ask of the picture.

export interface Wishes {
  /** Zooms at a place of the picture. */
  zoom(clientX: number, factor: number): void;
  /** By a share of what is in view. */
  pan(share: number): void;
  /** Whether a drag from here selects a stretch of time instead of moving it. */
  selects(clientX: number, clientY: number, shift: boolean): boolean;
  select(fromX: number, toX: number): void;
  /** A press without a drag. */
  press(clientX: number, clientY: number): void;
  hover(clientX: number, clientY: number): void;
  leave(): void;
  key(key: string): boolean;
}

interface Pointer {
  x: number;
  began: number;
  selects: boolean;
  moved: boolean;
}

/** How far a pointer moves before it drags, in pixels. */
const slack = 4;

/** Listens for pointers on an element until the signal. */
export function listen(target: HTMLElement, wishes: Wishes, signal: AbortSignal): void {
  const down = new Map<number, Pointer>();
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    heard: (e: HTMLElementEventMap[K]) => void,
  ) => target.addEventListener(type, heard, { signal, passive: false });

  on("pointerdown", (e) => {
    if (e.button !== 0) return;
    const selects = down.size === 0 && wishes.selects(e.clientX, e.clientY, e.shiftKey);
    down.set(e.pointerId, { x: e.clientX, began: e.clientX, selects, moved: false });
  });
  on("pointermove", (e) => {
    const pointer = down.get(e.pointerId);
    if (!pointer) return wishes.hover(e.clientX, e.clientY);
    if (!pointer.moved && Math.abs(e.clientX - pointer.x) < slack) return;
    if (!pointer.moved) target.setPointerCapture(e.pointerId);
    pointer.moved = true;
    const other = [...down].find(([id]) => id !== e.pointerId)?.[1];
    drag(target, wishes, pointer, other, e.clientX);
  });
  on("pointerup", (e) => {
    const pointer = down.get(e.pointerId);
    down.delete(e.pointerId);
    if (pointer && !pointer.moved) wishes.press(e.clientX, e.clientY);
  });
  on("pointercancel", (e) => void down.delete(e.pointerId));
  on("pointerleave", () => wishes.leave());
  on("dblclick", (e) => wishes.zoom(e.clientX, 0.5));
  on("wheel", (e) => wheel(target, wishes, e));
  on("keydown", (e) => {
    if (!e.ctrlKey && !e.metaKey && !e.altKey && wishes.key(e.key)) e.preventDefault();
  });
}

function drag(
  target: HTMLElement,
  wishes: Wishes,
  pointer: Pointer,
  other: Pointer | undefined,
  x: number,
): void {
  const before = pointer.x;
  pointer.x = x;
  if (other) {
    other.moved = true; // two fingers press nothing
    pinch(wishes, other.x, before, x);
  } else if (pointer.selects) wishes.select(pointer.began, x);
  else wishes.pan((before - x) / Math.max(1, target.clientWidth));
}

/** Two fingers: what lies under them stays there. */
function pinch(wishes: Wishes, still: number, before: number, now: number): void {
  const [old, fresh] = [Math.abs(before - still), Math.abs(now - still)];
  if (old > 10 && fresh > 10) wishes.zoom((still + now) / 2, old / fresh);
}

function wheel(target: HTMLElement, wishes: Wishes, e: WheelEvent): void {
  const sideways = e.shiftKey ? e.deltaY || e.deltaX : e.deltaX;
  if (e.ctrlKey || e.metaKey) wishes.zoom(e.clientX, Math.exp(e.deltaY / 300));
  else if (Math.abs(sideways) > Math.abs(e.shiftKey ? 0 : e.deltaY))
    wishes.pan(sideways / Math.max(1, target.clientWidth));
  else return;
  e.preventDefault();
}
