import type { Part, Proof } from "./platforms";
import { en } from "./words-en";
import { ja } from "./words-ja";
import { ko } from "./words-ko";

/** Every word of the dialog. */
export interface Words {
  heading: { lesson: string; map: string };
  close: string;
  platform: string;
  language: string;
  theme: string;
  themes: { auto: string; light: string; dark: string };
  /** What goes along, for eyes: "-n=20 -d=1s". */
  carries(what: string): string;
  carriesProgram: string;
  tooLong: string;
  where: Record<Part["where"], string>;
  file(name: string): string;
  copy: string;
  copied: string;
  copyByHand: string;
  /** How much is known of a platform. */
  proof: Record<Proof, string>;
  /** Names of what is no product. */
  names: Record<string, string>;
  /** What a platform really lets through. */
  notes: Record<string, string>;
  more: string;
}

const all: Record<string, Words> = { en, ja, ko };

export const wordsOf = (lang: string): Words => all[lang] ?? en;
