import { queryOf, writeState } from "../../lib/url-state";

/** What is to be embedded, and how. */
export interface Thing {
  /** The site's root, with its slash. */
  site: string;
  /** A lesson's name, "play" for a program of the reader's own, "peps" for the map. */
  name: string;
  title: string;
  lang: string;
  theme: "auto" | "light" | "dark";
  /** What a link to it carries: flags with their dash, clock, seed, program. */
  state: Record<string, string>;
  /** The program, where it is not the lesson's own; "" otherwise. */
  code: string;
}

export const isMap = ({ name }: Thing): boolean => name === "peps";

const folder = (lang: string) => (lang === "en" ? "" : `${lang}/`);

/** The address of the frame. */
export function frameAddress(thing: Thing): string {
  const theme: Record<string, string> = thing.theme === "auto" ? {} : { theme: thing.theme };
  const state = writeState({ ...thing.state, ...theme });
  return `${thing.site}${folder(thing.lang)}embed/${thing.name}/${state}`;
}

/** The address of its own page. */
export function pageAddress({ site, lang, name, state }: Thing): string {
  const page = name === "peps" || name === "play" ? `${name}/` : `demos/${name}/`;
  return `${site}${folder(lang)}${page}${writeState(state)}`;
}

/** The flags as the attribute params carries them. */
export function paramsOf({ state }: Thing): string {
  const flags = Object.entries(state).filter(([key]) => key.startsWith("-"));
  return new URLSearchParams(flags.map(([key, value]) => [key.slice(1), value])).toString();
}

export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);

/** Attributes with values, those without left out. */
export const attributes = (all: Record<string, string>): string =>
  Object.entries(all)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join("");

/** The attributes that lesson and map share with every way of writing them. */
export function choices(thing: Thing): Record<string, string> {
  const { clock = "", seed = "" } = thing.state;
  const rest: Record<string, string> = isMap(thing)
    ? { view: queryOf(thing.state) }
    : { params: paramsOf(thing), clock, seed };
  return { lang: thing.lang, theme: thing.theme === "auto" ? "" : thing.theme, ...rest };
}
