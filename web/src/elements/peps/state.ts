// Everything that the reader has chosen. Plain records, never changed: a step
// back takes the one before, and a link carries one.

import { firstDesk, type Desk } from "./desk";
import { firstView, type View } from "./view";

/** A place in the unit of the plan, y upwards. */
export type Place = readonly [x: number, y: number];

/** PEPs that the reader has put somewhere; they stay there in every layout. */
export type Pins = Readonly<Record<number, Place>>;

/** A way over the map that was asked for. */
export interface Way {
  from: number;
  to: number;
  /** Against the direction of references too. */
  either: boolean;
}

/** Where the map is looked at from: the middle, and how near beside the whole map. */
export interface Aim {
  x: number;
  y: number;
  zoom: number;
}

export interface State {
  /** Selected PEPs; the last one is the one that is open. */
  peps: readonly number[];
  view: View;
  pins: Pins;
  way: Way | null;
  /** null as long as the map is seen as we placed it. */
  aim: Aim | null;
  /** The panel that is open, null for none. */
  panel: string | null;
  desk: Desk;
}

export const firstState: State = {
  peps: [],
  view: firstView,
  pins: {},
  way: null,
  aim: null,
  panel: null,
  desk: firstDesk,
};

export const openOf = ({ peps }: State): number | null => peps.at(-1) ?? null;

/** The selection with a PEP added as the open one, or without it. */
export const toggledPep = (peps: readonly number[], number: number): number[] =>
  peps.includes(number) ? peps.filter((other) => other !== number) : [...peps, number];

export function withoutPin(pins: Pins, number: number): Pins {
  const { [number]: _, ...rest } = pins;
  return rest;
}
