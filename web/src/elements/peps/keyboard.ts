// The map's keys.

import type { Direction } from "./nearest";

export type KeyAction =
  | { do: "walk"; direction: Direction }
  | { do: "pan"; direction: Direction }
  | { do: "zoom"; by: 1 | -1 }
  | { do: "fit" | "open" | "move" | "search" | "leave" };

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
  m: { do: "move" },
  M: { do: "move" },
  "/": { do: "search" },
  Escape: { do: "leave" },
};

/** What a key asks of the map, null for a key that is the browser's. */
export function keyAction(event: Key): KeyAction | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const direction = Object.hasOwn(arrows, event.key) ? arrows[event.key]! : null;
  if (direction) return { do: event.shiftKey ? "pan" : "walk", direction };
  return Object.hasOwn(plain, event.key) ? plain[event.key]! : null;
}
