import { browserName } from "../../lib/browser-name";
import { clockGrain } from "./clock-grain";
import { valuesOf, type Remembered } from "./history";
import type { Figure } from "./lesson";
import type { Time } from "./time-choice";

/** Where figures come from: what is shown, and all that is known of how it was measured. */
export interface Headline {
  figures: readonly Figure[];
  when: Date | null;
  /** Runs of the same program with the same arguments, clock and seed, without a trace. */
  runs: readonly Remembered[];
  /** Whether the run that is shown was traced. */
  traced: boolean;
  time: Time;
  go: string;
  command: string;
}

/** What stands behind one figure. */
export interface Evidence {
  when: Date | null;
  browser: string;
  cores: number;
  isolated: boolean;
  /** The smallest step of the page's clock, in ms. */
  grain: number;
  traced: boolean;
  time: Time;
  go: string;
  command: string;
  /** All that was measured of it, in its own unit. */
  values: readonly number[];
}

export function evidenceOf(headline: Headline, key: string): Evidence {
  const { when, runs, traced, time, go, command } = headline;
  const own = headline.figures.filter((f) => f.key === key).map(({ value }) => value);
  return {
    ...{ when, traced, time, go, command },
    browser: browserName(navigator.userAgent),
    cores: navigator.hardwareConcurrency,
    isolated: crossOriginIsolated,
    grain: clockGrain(),
    values: traced ? own : valuesOf(runs, key),
  };
}
