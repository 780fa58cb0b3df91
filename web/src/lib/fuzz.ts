// For tests that feed parsers of foreign input: random, and the same every time.

/** A source of numbers in [0, 1), fixed by its seed (Lehmer's generator, modulus 2^31 - 1). */
export function seeded(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Up to most pieces strung together, drawn from pieces and now and then any UTF-16 unit. */
export function hostileText(random: () => number, pieces: string[], most: number): string {
  const count = Math.floor(random() * most);
  const any = () => String.fromCharCode(Math.floor(random() * 0x10000));
  const piece = () => pieces[Math.floor(random() * pieces.length)] ?? "";
  return Array.from({ length: count }, () => (random() < 0.05 ? any() : piece())).join("");
}
