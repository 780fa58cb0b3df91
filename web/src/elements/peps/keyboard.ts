// The map's keys.

import type { Direction } from "./nearest";

export type KeyAction =
  | { do: "walk"; direction: Direction }
  | { do: "pan"; direction: Direction }
  | { do: "zoom"; by: 1 | -1 }
  | { do: "group"; by: 1 | -1 }
  | { do: Deed };

/** What keys do besides: more takes the marked PEP into the selection or out of it. */
export type Deed =
  | "fit"
  | "frame"
  | "open"
  | "more"
  | "area"
  | "move"
  | "unpin"
  | "full"
  | "search"
  | "why"
  | "hulls"
  | "help"
  | "leave"
  | "undo"
  | "redo";

export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const arrows: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const plain: Record<string, KeyAction> = {
  "+": { do: "zoom", by: 1 },
  "=": { do: "zoom", by: 1 },
  "-": { do: "zoom", by: -1 },
  _: { do: "zoom", by: -1 },
  "0": { do: "fit" },
  Enter: { do: "open" },
  " ": { do: "open" },
  z: { do: "frame" },
  Z: { do: "frame" },
  a: { do: "area" },
  A: { do: "area" },
  f: { do: "full" },
  F: { do: "full" },
  m: { do: "move" },
  M: { do: "move" },
  u: { do: "unpin" },
  U: { do: "unpin" },
  w: { do: "why" },
  W: { do: "why" },
  g: { do: "group", by: 1 },
  G: { do: "group", by: -1 },
  h: { do: "hulls" },
  H: { do: "hulls" },
  "/": { do: "search" },
  "?": { do: "help" },
  Escape: { do: "leave" },
};

/** All keys that do something by themselves. */
export const plainKeys: readonly string[] = Object.keys(plain);

/** What a key asks of the map, null for a key that is the browser's. */
export function keyAction(event: Key): KeyAction | null {
  const step = stepKey(event);
  if (step) return { do: step };
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.shiftKey && event.key === "Enter") return { do: "more" };
  const direction = Object.hasOwn(arrows, event.key) ? arrows[event.key]! : null;
  if (direction) return { do: event.shiftKey ? "pan" : "walk", direction };
  return Object.hasOwn(plain, event.key) ? plain[event.key]! : null;
}

/** Undo and redo, with the key of this system's shortcuts, Control or Command. */
export function stepKey(event: Key): "undo" | "redo" | null {
  if (event.altKey || event.ctrlKey === event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
