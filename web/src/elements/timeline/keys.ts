/** What keys ask of the picture. */
export interface KeyWishes {
  zoom(factor: number): void;
  /** By a share of what is in view. */
  pan(share: number): void;
  fit(): void;
  step(direction: 1 | -1): void;
  /** To the lane below or above the one picked. */
  lane(direction: 1 | -1): void;
  toggle(): void;
  mark(end: "from" | "to"): void;
  play(): void;
  help(): void;
  letGo(): void;
}

/** Keys by what they do, for the help too: the words for each are among the element's strings. */
export const keyNames = {
  zoom: ["W", "S"],
  pan: ["A", "D", "←", "→"],
  fit: ["F"],
  step: [",", "."],
  lane: ["↑", "↓"],
  toggle: ["Enter"],
  mark: ["[", "]"],
  play: ["Space"],
  letGo: ["Esc"],
  help: ["?"],
} as const;

/** Does what a key asks for; false for one that asks for nothing. */
export function act(wishes: KeyWishes, key: string): boolean {
  const acts: Record<string, () => void> = {
    w: () => wishes.zoom(0.7),
    s: () => wishes.zoom(1 / 0.7),
    a: () => wishes.pan(-0.2),
    d: () => wishes.pan(0.2),
    ArrowLeft: () => wishes.pan(-0.1),
    ArrowRight: () => wishes.pan(0.1),
    f: () => wishes.fit(),
    ",": () => wishes.step(-1),
    ".": () => wishes.step(1),
    ArrowUp: () => wishes.lane(-1),
    ArrowDown: () => wishes.lane(1),
    Enter: () => wishes.toggle(),
    "[": () => wishes.mark("from"),
    "]": () => wishes.mark("to"),
    " ": () => wishes.play(),
    "?": () => wishes.help(),
    Escape: () => wishes.letGo(),
  };
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (!Object.hasOwn(acts, name)) return false;
  acts[name]?.();
  return true;
}
