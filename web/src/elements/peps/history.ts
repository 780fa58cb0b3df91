// What the reader chose, and the browser's history.

import { readLink, writeLink, type KnownTo, type Link } from "./link";
import type { State } from "./state";

export class History {
  #known: KnownTo;
  #arrive: (link: Link) => void;

  /** arrive is told what the address says, at the start and when it changes. */
  constructor(known: KnownTo, arrive: (link: Link) => void) {
    this.#known = known;
    this.#arrive = arrive;
  }

  start(): void {
    addEventListener("hashchange", this.#read);
    this.#read();
  }

  stop(): void {
    removeEventListener("hashchange", this.#read);
  }

  #read = () => this.#arrive(readLink(location.hash, this.#known));

  /** Makes a step in the history for a choice of the reader's. */
  write(state: State): void {
    this.#put(state, "pushState");
  }

  /** Changes the present address without a step: where one looks from, say. */
  amend(state: State): void {
    this.#put(state, "replaceState");
  }

  #put(state: State, how: "pushState" | "replaceState") {
    const fragment = writeLink(state);
    if (location.hash === fragment) return;
    try {
      history[how](null, "", fragment || location.pathname + location.search);
    } catch {
      // a frame without an origin of its own has no history to write to
    }
  }
}
