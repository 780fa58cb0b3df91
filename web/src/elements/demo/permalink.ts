import type { Values } from "../../lib/flag-values";
import { readState, writeState } from "../../lib/url-state";
import { FlagState } from "./flag-state";
import type { Language } from "./strings";

/** The site's root, seen from a script in dist/assets/. */
export const siteRoot = (): URL => new URL("../", import.meta.url);

export const lessonAddress = (name: string): URL =>
  new URL(`demos/${encodeURIComponent(name)}/lesson.json`, siteRoot());

/** Flag values in the page's address, or null when it carries none. */
export function valuesInAddress(): Values | null {
  const record = readState(location.hash);
  return record && FlagState.fromLink(record);
}

/** Puts the choices into the page's address without a step in its history; other keys of the link stay. */
export function keepInAddress(flags: FlagState): void {
  const others = Object.entries(readState(location.hash) ?? {}).filter(
    ([key]) => !key.startsWith("-"),
  );
  const fragment = writeState({ ...Object.fromEntries(others), ...flags.shared() });
  if (fragment === location.hash) return;
  history.replaceState(history.state, "", fragment || location.pathname + location.search);
}

/** The address of the lesson's own page with these choices. */
export function linkTo(name: string, language: Language, flags: FlagState): string {
  const folder = language === "en" ? "" : `${language}/`;
  const page = new URL(`${folder}demos/${encodeURIComponent(name)}/`, siteRoot());
  return page.href + writeState(flags.shared());
}
