import { html, nothing, type TemplateResult } from "lit";
import { isNowhere } from "../../lib/no-site";
import type { Values } from "../../lib/flag-values";
import type { Lesson } from "./lesson";
import { siteRoot } from "./permalink";
import type { OpenLesson } from "./open-lesson";
import type { Language, Strings } from "./strings";

/** Why threads can share no memory here: who can change it differs. */
export type Hindrance = "elsewhere" | "headers" | "browser";

/** What decides it. */
export interface Surroundings {
  isolated: boolean;
  /** The machine's word, once it has started. */
  shares: boolean | undefined;
  /** The page is the site's own, and in no frame. */
  ownPage: boolean;
}

/** What keeps threads from sharing memory, or null when nothing does. */
export function hindrance({ isolated, shares, ownPage }: Surroundings): Hindrance | null {
  if (isolated) return shares === false ? "browser" : null;
  return ownPage ? "headers" : "elsewhere";
}

/** Whether a lesson with these values of its flags has threads that share memory. */
export function needsSharing(lesson: Pick<Lesson, "shares" | "sharing">, values: Values): boolean {
  if (!lesson.shares) return false;
  return Object.entries(lesson.sharing ?? {}).every(([flag, value]) => values[flag] === value);
}

/** One sentence and a way on, for a lesson that needs what this page lacks. */
export function sharingNotice(
  open: OpenLesson,
  strings: Strings,
  language: Language,
): TemplateResult | typeof nothing {
  if (!needsSharing(open.lesson, open.params())) return nothing;
  const why = hindrance({ isolated: crossOriginIsolated, shares: open.shares, ownPage: ownPage() });
  switch (why) {
    case "elsewhere":
      if (isNowhere(siteRoot())) return notice(strings.notSharedHere);
      return notice(strings.notSharedHere, open.links.bare(), strings.openFullPage);
    case "headers":
      return notice(strings.notIsolated, hostingPage(language), strings.whatToServe);
    case "browser":
      return notice(strings.browserShares);
  }
  return nothing;
}

const notice = (sentence: string, href?: string, text?: string) =>
  html`<p class="notice sharing" role="note">
    ${sentence}${href ? html` <a href=${href} target="_blank" rel="noopener">${text}</a>` : nothing}
  </p>`;

const ownPage = (): boolean => window.top === window && siteRoot().origin === location.origin;

const hostingPage = (language: Language): string =>
  new URL(`${language === "en" ? "" : `${language}/`}docs/hosting/#headers`, siteRoot()).href;
