// What a PEP stands on: whether what is in force rests on what was put aside.

/** check.Rest of wasm/peps: a reference of a living PEP to a fallen one. */
export interface Rest {
  from: number;
  to: number;
  status: string; // of to
  required: boolean;
  count: number; // mentions
}

/** From the best to the worst; the last is for what is not in force itself. */
export const footings = ["sound", "superseded", "withdrawn", "rejected", "aside"] as const;
export type Footing = (typeof footings)[number];

const living = ["Draft", "Accepted", "Provisional", "Final", "Active"];

/** Every PEP's footing, as its place in footings. */
export function footingOf(
  peps: readonly { number: number; status: string }[],
  rests: readonly Rest[],
): Record<number, number> {
  const worst: Record<number, number> = {};
  for (const { number, status } of peps) {
    worst[number] = living.includes(status) ? 0 : footings.indexOf("aside");
  }
  for (const { from, status } of rests) {
    const place = footings.indexOf(status.toLowerCase() as Footing);
    worst[from] = Math.max(worst[from] ?? 0, place);
  }
  return worst;
}
