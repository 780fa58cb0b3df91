// The lessons that name a PEP: /peps/lessons.json, made from the lessons' own
// front matter, fetched with the first PEP that is opened.

import { html, nothing } from "lit";
import type { Strings } from "./strings";

/** One lesson: the PEPs that it names, and its question and address by language. */
interface Lesson {
  name: string;
  peps: number[];
  questions: Record<string, string>;
  pages: Record<string, string>; // relative to the file
}

export interface LessonsHost {
  readonly words: Strings;
  readonly language: string;
  sources(): { facts: URL };
  requestUpdate(): void;
}

export class Lessons {
  #host: LessonsHost;
  #asked = false;
  #all: readonly Lesson[] = [];

  constructor(host: LessonsHost) {
    this.#host = host;
  }

  get #file(): URL {
    return new URL("lessons.json", this.#host.sources().facts);
  }

  /** A map of somebody else's facts has no lessons, and that is no fault. */
  async #load() {
    this.#asked = true;
    try {
      const answer = await fetch(this.#file);
      const all: unknown = answer.ok ? await answer.json() : [];
      if (Array.isArray(all)) this.#all = all.filter(isLesson);
    } catch {
      return;
    }
    this.#host.requestUpdate();
  }

  render(number: number) {
    if (!this.#asked) void this.#load();
    const here = this.#all.filter(({ peps }) => peps.includes(number));
    if (here.length === 0) return nothing;
    const { words, language } = this.#host;
    const lang = language.toLowerCase().split("-")[0]!;
    return html`<p class="lessons">
      <b>${words.lessons}</b>
      ${here.map(({ questions, pages }, i) => {
        const tongue = Object.hasOwn(questions, lang) ? lang : "en";
        const page = new URL(pages[tongue]!, this.#file).href;
        return html`${i > 0 ? " · " : ""}<a href=${page}>${questions[tongue]}</a>`;
      })}
    </p>`;
  }
}

function isLesson(item: unknown): item is Lesson {
  const { peps, questions, pages } = (item ?? {}) as Partial<Lesson>;
  return (
    Array.isArray(peps) &&
    typeof questions?.["en"] === "string" &&
    typeof pages?.["en"] === "string"
  );
}
