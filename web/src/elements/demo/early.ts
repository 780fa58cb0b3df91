import type { Values } from "../../lib/flag-values";

/** Takes what a script set of these members before the element was defined: they hide its own. */
export function adoptEarly<K extends string>(element: Record<K, unknown>, members: K[]): void {
  for (const name of members) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete (element as Partial<Record<K, unknown>>)[name];
    element[name] = value as never;
  }
}

export const fromQuery = (text: string): Values => Object.fromEntries(new URLSearchParams(text));
