import type { Lesson } from "./lesson";
import { isNowhere } from "../../lib/no-site";
import type { Values } from "../../lib/flag-values";
import { readState, writeState } from "../../lib/url-state";
import { FlagState } from "./flag-state";
import type { Language } from "./strings";
import { timeKeys, type TimeChoice } from "./time-choice";

/** The site's root, seen from a script in dist/assets/. */
export const siteRoot = (): URL => new URL("../", import.meta.url);

/** Where a lesson stands below the site's root; the page for programs of one's own has no name. */
const folderOf = (name: string) => (name === "" ? "play/" : `demos/${encodeURIComponent(name)}/`);

export const lessonAddress = (name: string): URL =>
  new URL(`${folderOf(name)}lesson.json`, siteRoot());

/** Clock and seed in the page's address, or null when it is no link of ours; a sentence when they are none. */
export function timeInAddress(time: TimeChoice): string | null {
  const record = readState(location.hash);
  return record && time.adopt(record);
}

/** Puts the choices into the page's address without a step in its history; other keys of the link stay. */
export function keepInAddress(flags: FlagState, time: TimeChoice): void {
  const others = Object.entries(readState(location.hash) ?? {}).filter(
    ([key]) => !key.startsWith("-") && !timeKeys.includes(key),
  );
  const fragment = writeState({
    ...Object.fromEntries(others),
    ...flags.shared(),
    ...time.shared(),
  });
  if (fragment === location.hash) return;
  history.replaceState(history.state, "", fragment || location.pathname + location.search);
}

/** Takes the program out of the page's address, with its arguments and input; the rest stays. */
export function dropProgramFromAddress(): void {
  const { code, args, stdin, ...rest } = readState(location.hash) ?? {};
  if (code === undefined && args === undefined && stdin === undefined) return;
  const fragment = writeState(rest);
  history.replaceState(history.state, "", fragment || location.pathname + location.search);
}

/** Where a link leads: what was changed in a program without a page of its own goes to the page for such programs. */
function placeOf(lesson: Lesson, record: Values): string {
  if (lesson.page && record.code === undefined) return lesson.page;
  return folderOf(lesson.wasm && !lesson.page ? lesson.name : "");
}

/** The address of a lesson's own page with what a link can carry; of this file where there is no site. */
export function linkTo(lesson: Lesson, language: Language, record: Values): string {
  const folder = language === "en" ? "" : `${language}/`;
  if (isNowhere(siteRoot())) return location.href.replace(/#.*/s, "") + writeState(record);
  const page = new URL(folder + placeOf(lesson, record), siteRoot());
  return page.href + writeState(record);
}
