import { SystemError } from "../errors";
import { EndHandle } from "./pipe-end";
import type { End } from "./pipe-end";

/** What a process may do with one end: a place kept for it, and descriptors. */
interface Grant {
  kept: boolean;
  open: number;
}

/**
 * The ends of pipes that one process may open: those that it made and those
 * that it was handed. A path alone, guessed or overheard, opens nothing. A
 * kept place holds its end open as a descriptor would; the first descriptor
 * takes that place.
 */
export class Grants {
  readonly #grants = new Map<End, Grant>();

  /** Keeps a place for the process. */
  keep(end: End): void {
    const grant = this.#of(end);
    if (grant.kept) return;
    grant.kept = true;
    end.hold();
  }

  /** Gives a kept place up, if it was not taken. */
  drop(end: End): void {
    const grant = this.#grants.get(end);
    if (!grant?.kept) return;
    grant.kept = false;
    this.#tidy(end, grant);
    end.release();
  }

  /** Whether the process may open the end, or hand it to another. */
  has(end: End): boolean {
    return this.#grants.has(end);
  }

  /** A descriptor for an end; EACCES for one that was not granted. */
  open(end: End): EndHandle {
    const grant = this.#grants.get(end);
    if (!grant) throw new SystemError("EACCES");
    if (!grant.kept) end.hold();
    grant.kept = false;
    grant.open++;
    return new EndHandle(end, () => {
      grant.open--;
      this.#tidy(end, grant);
    });
  }

  /** Gives up every kept place: the process has ended. */
  dropAll(): void {
    for (const end of [...this.#grants.keys()]) this.drop(end);
  }

  #of(end: End): Grant {
    let grant = this.#grants.get(end);
    if (!grant) this.#grants.set(end, (grant = { kept: false, open: 0 }));
    return grant;
  }

  #tidy(end: End, grant: Grant): void {
    if (!grant.kept && grant.open === 0) this.#grants.delete(end);
  }
}
