// Which site this script belongs to, and where its embeds are.
import { writeState } from "../../lib/url-state";

const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');

/** The site's root: the folder that this script stands in. */
export const site = new URL(".", (script as HTMLScriptElement | null)?.src ?? location.href);

const languages = ["en", "ja", "ko"];

/** The language of the site that comes nearest to a tag. */
export function languageOf(tag: string): string {
  const language = tag.toLowerCase().split("-")[0] ?? "";
  return languages.includes(language) ? language : "en";
}

/** The site's page in a language: "embed/threads/" or "demos/threads/". */
export function pageOf(path: string, language: string, state: Record<string, string> = {}): URL {
  const folder = language === "en" ? "" : `${language}/`;
  return new URL(folder + path + writeState(state), site);
}
