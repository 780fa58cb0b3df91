// From community to community, by key.

import type { Analysis, Groups } from "./analysis";
import type { Lens } from "./lens";
import type { Citations } from "./model";
import type { Strings } from "./strings";
import { tell } from "./tell";

export const smallestGroup = 4; // PEPs of a community that has a hull

export interface GroupWalkHost {
  readonly citations: Citations | null;
  readonly words: Strings;
  readonly lens: Lens;
  analysis(): Promise<Analysis>;
  say(text: string): void;
}

/**
 * The most cited PEP of the next community from a PEP, or of the one before,
 * which is told; null where there is none.
 */
export async function walkGroups(
  host: GroupWalkHost,
  from: number | null,
  step: 1 | -1,
): Promise<number | null> {
  const { kinds, resolution } = host.lens.view;
  const groups = await (await host.analysis()).groups({ kinds, resolution });
  const seen = seenOf(groups, host.lens);
  const { words, citations } = host;
  if (seen.length === 0) {
    host.say(words.help.noGroups);
    return null;
  }
  const now = seen.findIndex(({ members }) => members.includes(from ?? -1));
  const next = now < 0 ? 0 : (now + step + seen.length) % seen.length;
  const { name, members } = seen[next]!;
  const most = members.reduce((a, b) => (citations!.inDegree(b) > citations!.inDegree(a) ? b : a));
  host.say(words.help.group(name, members.length, tell(citations!, most, words)));
  return most;
}

/** Communities of some size, as far as the filters let their PEPs through. */
function seenOf({ members, names }: Groups, lens: Lens) {
  const { peps } = lens.sight!.sift;
  return members
    .map((all, i) => ({ name: names[i]!, members: all.filter((number) => peps.has(number)) }))
    .filter((group) => group.members.length >= smallestGroup);
}
