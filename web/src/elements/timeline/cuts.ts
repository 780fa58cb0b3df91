import { formatBytes } from "../../lib/bytes";
import type { Language, Strings } from "./strings";
import type { Model } from "./model";
import type { Names } from "./names";

/** More workers than this are told as a number. */
const most = 6;

/** Of which workers the end is missing, and why. */
export function cutNotes(
  { workers = [] }: Pick<Model, "workers">,
  s: Strings,
  names: Pick<Names, "place">,
  language: Language,
): string[] {
  const killed = workers.filter(({ cut }) => cut === "killed").map(({ id }) => names.place(id));
  const more = killed.length > most ? ` ${s.more(killed.length - most)}` : "";
  const listed = `${killed.slice(0, most).join(s.comma)}${more}`;
  const tooLong = workers.filter(({ cut }) => cut === "full");
  return [
    ...(killed.length > 0 ? [s.killed(killed.length, listed)] : []),
    ...tooLong.map(({ id, lost = 0 }) =>
      s.tooLong(names.place(id), lost > 0 ? formatBytes(lost, language) : ""),
    ),
  ];
}
