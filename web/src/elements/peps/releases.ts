// When Python's feature releases came out, from 2.0 on. Source of each date:
// the release schedule, a PEP itself, as it stood on 2026-08-22.

export interface Release {
  version: string;
  /** YYYY-MM-DD */
  date: string;
  /** The PEP that holds the schedule. */
  schedule: number;
}

export const releases: readonly Release[] = [
  { version: "2.0", date: "2000-10-16", schedule: 200 },
  { version: "2.1", date: "2001-04-17", schedule: 226 },
  { version: "2.2", date: "2001-12-21", schedule: 251 },
  { version: "2.3", date: "2003-07-29", schedule: 283 },
  { version: "2.4", date: "2004-11-30", schedule: 320 },
  { version: "2.5", date: "2006-09-19", schedule: 356 },
  { version: "2.6", date: "2008-10-01", schedule: 361 },
  { version: "3.0", date: "2008-12-03", schedule: 361 },
  { version: "3.1", date: "2009-06-27", schedule: 375 },
  { version: "2.7", date: "2010-07-03", schedule: 373 },
  { version: "3.2", date: "2011-02-20", schedule: 392 },
  { version: "3.3", date: "2012-09-29", schedule: 398 },
  { version: "3.4", date: "2014-03-16", schedule: 429 },
  { version: "3.5", date: "2015-09-13", schedule: 478 },
  { version: "3.6", date: "2016-12-23", schedule: 494 },
  { version: "3.7", date: "2018-06-27", schedule: 537 },
  { version: "3.8", date: "2019-10-14", schedule: 569 },
  { version: "3.9", date: "2020-10-05", schedule: 596 },
  { version: "3.10", date: "2021-10-04", schedule: 619 },
  { version: "3.11", date: "2022-10-24", schedule: 664 },
  { version: "3.12", date: "2023-10-02", schedule: 693 },
  { version: "3.13", date: "2024-10-07", schedule: 719 },
  { version: "3.14", date: "2025-10-07", schedule: 745 },
  { version: "3.15", date: "2026-10-01", schedule: 790 }, // as planned
];

export const releaseOf = (version: string): Release | undefined =>
  releases.find((release) => release.version === version);
