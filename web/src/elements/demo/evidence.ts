import { browserName } from "../../lib/browser-name";
import { clockGrain } from "./clock-grain";
import { valuesOf, type Remembered } from "./history";
import { isRibbon, type Figure } from "./lesson";
import type { Time } from "./time-choice";

/** A run, by what is known of it before it was measured. */
export interface Ran {
  time: Time;
  go: string;
  command: string;
}

/** When something was measured, and whether its run was traced. */
export interface Moment {
  when: Date | null;
  traced: boolean;
}

/** Where figures come from: what is shown, and all that is known of how it was measured. */
export interface Headline extends Ran, Moment {
  figures: readonly Figure[];
  /** Runs of the same program with the same arguments, clock and seed, without a trace. */
  runs: readonly Remembered[];
  /** The run that pictures are of: of what threads did over time there is no mean to be taken. */
  pictured: Moment;
}

/** What stands behind one figure. */
export interface Evidence extends Ran, Moment {
  browser: string;
  cores: number;
  isolated: boolean;
  /** The smallest step of the page's clock, in ms. */
  grain: number;
  /** All that was measured of it, in its own unit. */
  values: readonly number[];
}

export function evidenceOf(headline: Headline, figure: Figure): Evidence {
  const { when, traced } = isRibbon(figure) ? headline.pictured : headline;
  const values = traced ? [figure.value] : valuesOf(headline.runs, figure.key);
  return evidenceOfRun(headline, { when, traced }, values);
}

/** The same of what was measured of a run as a whole. */
export function evidenceOfRun(ran: Ran, moment: Moment, values: readonly number[]): Evidence {
  const { time, go, command } = ran;
  return {
    ...{ time, go, command, ...moment, values },
    browser: browserName(navigator.userAgent),
    cores: navigator.hardwareConcurrency,
    isolated: crossOriginIsolated,
    grain: clockGrain(),
  };
}
