/**
 * What pages and the worker say to one another. Each question carries a port
 * on which the answers come; the last has `done` or `failed`.
 */
export type Question =
  /** A page is open: what it uses is kept, what nobody uses any more goes. */
  | { type: "visited"; page: string; urls: string[] }
  /** Which of the large files are kept, and what they weigh. */
  | { type: "status" }
  /** Keep one of the large files. `{cancel: true}` on the port calls it off. */
  | { type: "keep"; path: string }
  /** Drop the large files. */
  | { type: "remove" }
  /** The reader wants the new version now. */
  | { type: "take-over" };

/** Why a file could not be kept. */
export type Fault = "full" | "unreachable" | "damaged" | "cancelled";

/** A large file of the site, kept when it is first used. */
export interface LargeFile {
  /** Below the site's root. */
  path: string;
  /** Bytes that the network carries for it. */
  carried: number;
  kept: boolean;
}

export interface Answer {
  /** Bytes that the network has carried of the file that is being kept. */
  received?: number;
  done?: boolean;
  failed?: Fault;
  files?: LargeFile[];
}

/** The worker asks a page of which build it is; the page answers on the port. */
export interface BuildQuestion {
  type: "which-build";
}
