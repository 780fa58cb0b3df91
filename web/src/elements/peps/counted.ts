/** A number of things in English; the other two languages have one form for all numbers. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export const peps = (n: number): string => counted(n, "PEP");
export const references = (n: number): string => counted(n, "reference");
