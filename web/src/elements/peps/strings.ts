// The map's words. Statuses and types are terms of PEP headers and stay as
// they are in every language.

import { en } from "./strings-en";
import { ja } from "./strings-ja";
import { ko } from "./strings-ko";

export type Strings = typeof en;

const languages: Record<string, Strings> = { en, ja, ko };

/** The words for a language tag such as "ja" or "ko-KR"; English where there are none. */
export function strings(lang: string): Strings {
  const base = lang.toLowerCase().split("-")[0]!;
  return Object.hasOwn(languages, base) ? languages[base]! : en;
}
