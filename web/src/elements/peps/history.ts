// What the reader chose, and the browser's history.

import { readLink, writeLink, type KnownTo, type Link } from "./link";
import type { State } from "./state";

const rest = 250; // milliseconds after which what is being typed stands in the address

export class History {
  #later = 0;
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
    clearTimeout(this.#later);
    removeEventListener("hashchange", this.#read);
  }

  #read = () => {
    clearTimeout(this.#later);
    this.#arrive(readLink(location.hash, this.#known));
  };

  /** Makes a step in the history for a choice of the reader's. */
  write(state: State): void {
    this.#put(state, "pushState");
  }

  /** Changes the present address without a step: where one looks from, say. */
  amend(state: State): void {
    this.#put(state, "replaceState");
  }

  /** The same in a while: browsers count how often a page changes its address. */
  amendSoon(state: State): void {
    clearTimeout(this.#later);
    this.#later = window.setTimeout(() => this.amend(state), rest);
  }

  #put(state: State, how: "pushState" | "replaceState") {
    clearTimeout(this.#later);
    const fragment = writeLink(state);
    if (location.hash === fragment) return;
    try {
      history[how](null, "", fragment || location.pathname + location.search);
    } catch {
      // a frame without an origin of its own has no history to write to
    }
  }
}
