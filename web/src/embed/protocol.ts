/**
 * How a post and the frame of an embed talk: by postMessage, in records that
 * carry the protocol's number. Both sides ignore whatever else comes: a page's
 * other frames and its extensions post messages too.
 *
 *     frame to post   {ahiru: 1, told: "hello"}                  the frame can be asked from now on
 *                     {ahiru: 1, told: "height", detail: 640}    what its content needs, in CSS pixels
 *                     {ahiru: 1, told: "ahiru-output" | "ahiru-done", detail: …}
 *     post to frame   {ahiru: 1, ask: 7, member: "run", args: []}
 *     frame to post   {ahiru: 1, answer: 7, value: …}  or  {ahiru: 1, answer: 7, fault: "a sentence"}
 *
 *     frame to frame  {ahiru: 1, turn: "here" | "want" | "busy" | "free", at, id}   whose turn it is to run
 *
 * Heights and the greeting go to whoever holds the frame; answers and events
 * only to a post that has asked for something, at the origin that asked. What
 * lessons say to one another of turns is nobody's secret either.
 */
export const version = 1;

export interface Ask {
  ahiru: typeof version;
  ask: number;
  member: string;
  args: unknown[];
}

export type Answer = { ahiru: typeof version; answer: number } & (
  { value: unknown } | { fault: string }
);

export interface Told {
  ahiru: typeof version;
  told: "hello" | "height" | EventName;
  detail?: unknown;
}

/** What one lesson says to another: since when it wants to run, by its own clock and a name by chance. */
export interface SiblingWord {
  ahiru: typeof version;
  turn: (typeof turns)[number];
  at: number;
  id: string;
}

const turns = ["here", "want", "busy", "free"] as const;

export const eventNames = ["ahiru-output", "ahiru-done"] as const;
export type EventName = (typeof eventNames)[number];

/** How a frame is to look: by the post around it. */
export interface Look {
  theme: "auto" | "light" | "dark";
  /** The post's own colours, by the names of our custom properties. */
  colours: Record<string, string>;
}

const record = (data: unknown): Record<string, unknown> | null => {
  if (typeof data !== "object" || data === null) return null;
  const fields = data as Record<string, unknown>;
  return fields.ahiru === version ? fields : null;
};

/** What a post asks, or null for anything else. */
export function toAsk(data: unknown): Ask | null {
  const { ask, member, args } = record(data) ?? {};
  if (!Number.isSafeInteger(ask) || typeof member !== "string" || !Array.isArray(args)) return null;
  return { ahiru: version, ask: ask as number, member, args: args as unknown[] };
}

/** What a frame says, or null for anything else. */
export function fromFrame(data: unknown): Answer | Told | null {
  const fields = record(data);
  if (!fields) return null;
  const { answer, fault, told, value, detail } = fields;
  if (Number.isSafeInteger(answer)) {
    const head = { ahiru: version, answer: answer as number } as const;
    return fault === undefined ? { ...head, value } : { ...head, fault: String(fault) };
  }
  const known: readonly unknown[] = ["hello", "height", ...eventNames];
  return known.includes(told) ? { ahiru: version, told: told as Told["told"], detail } : null;
}

/** What another lesson says of turns, or null for anything else. */
export function fromSibling(data: unknown): SiblingWord | null {
  const { turn, at, id } = record(data) ?? {};
  const known: readonly unknown[] = turns;
  if (!known.includes(turn) || !Number.isSafeInteger(at) || typeof id !== "string") return null;
  return { ahiru: version, turn: turn as SiblingWord["turn"], at: at as number, id };
}

/** Heights that a frame may have, in CSS pixels: what is none, or absurd, is not followed. */
export function toHeight(detail: unknown): number | null {
  if (typeof detail !== "number" || !(detail > 0)) return null;
  return Math.min(Math.max(Math.ceil(detail), 60), 20_000);
}

/** Custom properties that a post may set for a frame: colours, nothing else. */
export const colourNames = [
  "--ahiru-bg",
  "--ahiru-surface",
  "--ahiru-raised",
  "--ahiru-text",
  "--ahiru-muted",
  "--ahiru-line",
  "--ahiru-edge",
  "--ahiru-accent",
  "--ahiru-accent-text",
  "--ahiru-danger",
  "--ahiru-focus",
] as const;

/** A colour as it may stand in a style: no function that reads or fetches anything. */
export const isColour = (text: unknown): text is string =>
  typeof text === "string" &&
  text.length <= 100 &&
  /^(#[0-9a-f]{3,8}|[a-z]+|(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([\w\s.,%/+-]*\))$/i.test(
    text,
  );

/** A look as it came from a post: what is none of it is left out. */
export function toLook(value: unknown): Look {
  const { theme, colours } = (typeof value === "object" && value !== null ? value : {}) as Partial<
    Record<keyof Look, unknown>
  >;
  const given = (typeof colours === "object" && colours !== null ? colours : {}) as Record<
    string,
    unknown
  >;
  const taken: Record<string, string> = {};
  for (const name of colourNames) {
    const colour = Object.hasOwn(given, name) ? given[name] : undefined;
    if (isColour(colour)) taken[name] = colour;
  }
  return { theme: theme === "light" || theme === "dark" ? theme : "auto", colours: taken };
}
