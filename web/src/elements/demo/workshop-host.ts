import type { ToolchainApi } from "../../machine/toolchain/api";
import type { EditWords } from "./edit-words";
import type { Runner } from "./runner";
import type { Language } from "./strings";

/** What the workshop needs of the lesson that it belongs to. */
export interface WorkshopHost {
  words(): EditWords;
  language(): Language;
  changed(): void;
  makeToolchain(runner: Runner): Promise<ToolchainApi>;
  /** Whether the site has a toolchain to fetch; true where that cannot be told. */
  toolchainIsHere(): Promise<boolean>;
  run(): void;
  pressLine(line: number): void;
  /** Ends what runs; false when nothing does. */
  stop(): boolean;
}

/** A sentence about the program, and what can be done about it. */
export interface Notice {
  text: string;
  bad?: boolean;
  action?: { label: string; do(): void };
}
