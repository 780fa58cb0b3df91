import type { Lane, Model } from "./model";

/** Lanes that one function started, in one worker. */
export interface Group {
  key: string;
  name: string;
  worker: number;
  lanes: Lane[];
}

/** A row of the picture: a lane, or the head of a group with its lanes in one when it is closed. */
export type Row = { lane: Lane } | { group: Group; closed: boolean };

/** More lanes than this are shown as one until the reader opens their group. */
const many = 40;

export function groupsOf({ lanes }: Model): Group[] {
  const groups = new Map<string, Group>();
  for (const lane of lanes) {
    const key = `${lane.worker} ${lane.name}`;
    const group = groups.get(key) ?? { key, name: lane.name, worker: lane.worker, lanes: [] };
    group.lanes.push(lane);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.worker - b.worker);
}

/** What the reader chose about groups: true is closed. */
export type Closed = ReadonlyMap<string, boolean>;

export const isClosed = (group: Group, closed: Closed) =>
  closed.get(group.key) ?? group.lanes.length > many;

/** A group of one lane needs no head. */
export function rowsOf(model: Model, closed: Closed): Row[] {
  return groupsOf(model).flatMap((group): Row[] => {
    const lanes = group.lanes.map((lane) => ({ lane }));
    if (group.lanes.length === 1) return lanes;
    const shut = isClosed(group, closed);
    return [{ group, closed: shut }, ...(shut ? [] : lanes)];
  });
}
