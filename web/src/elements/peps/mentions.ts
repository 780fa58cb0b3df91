// Each mention behind the references: /peps/mentions.json, fetched when asked
// for.

import { pepPage } from "./model";

/** peps.Mention of wasm/peps. */
export interface Mention {
  from: number;
  to: number;
  kind: string;
  file: string;
  line: number;
  section: string;
}

interface MentionsFile {
  commit: string | null;
  mentions: Mention[];
}

export class Mentions {
  #commit: string | null;
  #byEdge = new Map<string, Mention[]>();

  constructor({ commit, mentions }: MentionsFile) {
    this.#commit = commit;
    for (const mention of mentions) {
      const key = `${mention.from}>${mention.to}`;
      const list = this.#byEdge.get(key);
      if (list) list.push(mention);
      else this.#byEdge.set(key, [mention]);
    }
  }

  of(from: number, to: number): readonly Mention[] {
    return this.#byEdge.get(`${from}>${to}`) ?? [];
  }

  /** The section as it is rendered. */
  rendered({ from, file, section }: Mention): string {
    const appendix = /^peps\/pep-\d{4}\/(.+)\.rst$/.exec(file);
    const page = pepPage(from) + (appendix ? `${encodeURI(appendix[1]!)}/` : "");
    return section === "" ? page : `${page}#${encodeURIComponent(section)}`;
  }

  /** The line of the source at the commit of the data, at the newest where that is not known. */
  source({ file, line }: Mention): string {
    const commit = encodeURIComponent(this.#commit ?? "main");
    return `https://github.com/python/peps/blob/${commit}/${encodeURI(file)}#L${line}`;
  }
}

/** Reads the file; throws an Error that is a sentence. */
export function readMentions(text: string): Mentions {
  let file: MentionsFile;
  try {
    file = JSON.parse(text) as MentionsFile;
  } catch (error) {
    throw new Error("The file of mentions is no JSON.", { cause: error });
  }
  if (!Array.isArray(file?.mentions)) throw new Error("The file of mentions has no mentions.");
  return new Mentions(file);
}
