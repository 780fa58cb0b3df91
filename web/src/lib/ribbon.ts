/** The states of a lane by their letters, in the order in which they are named. */
export const stateOf = {
  R: "running",
  r: "runnable",
  b: "blocked",
  s: "sleeping",
  d: "done",
} as const;

export type Letter = keyof typeof stateOf;
export type State = (typeof stateOf)[Letter];

/** A stretch of a lane in one state; start and length are shares of the whole. */
export interface Run {
  state: State;
  start: number;
  length: number;
}

/** The stretches of a lane, from left to right. */
export function runs(letters: string): Run[] {
  const parts = letters.match(/(.)\1*/g) ?? [];
  let at = 0;
  return parts.map((part) => {
    const start = at / letters.length;
    at += part.length;
    return { state: stateOf[part[0] as Letter], start, length: part.length / letters.length };
  });
}

/** How much of its time a lane spent in each state that it was in. */
export function shares(letters: string): { state: State; share: number }[] {
  return (Object.keys(stateOf) as Letter[])
    .map((letter) => ({
      state: stateOf[letter],
      share: (letters.split(letter).length - 1) / letters.length,
    }))
    .filter(({ share }) => share > 0);
}
