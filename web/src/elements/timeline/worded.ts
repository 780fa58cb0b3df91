import type { Model } from "./model";

/** What a program calls things, by how the reader's language says it. */
export type Words = Readonly<Record<string, string>>;

/** A run whose tasks and regions are called in the reader's words, as far as there are any. */
export function worded(model: Model, words: Words): Model {
  const known = ({ name }: { name: string }) => Object.hasOwn(words, name);
  const { tasks = [], regions = [] } = model;
  if (!tasks.some(known) && !regions.some(known)) return model;
  const said = <T extends { name: string }>(each: T): T =>
    known(each) ? { ...each, name: words[each.name] ?? each.name } : each;
  return { ...model, tasks: tasks.map(said), regions: regions.map(said) };
}

export const sameWords = (a: Words, b: Words | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
