import type { Machine } from "../machine";
import type { MountedFile } from "../protocol";
import type { Pack, Progress } from "./pack";
import { mountOf, partOf } from "./planner";

/** Which files of the pack the jail has, and with them which packages. */
export class Mounted {
  readonly #files = new Set<number>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly machine: Machine,
    private readonly pack: Pack,
  ) {}

  /** Has the jail mount what the paths mean, fetched if need be. What two ask for at once is fetched once. */
  mount(paths: readonly string[], signal: AbortSignal, progress: Progress): Promise<void> {
    const go = () => this.#mount(paths, signal, progress);
    const mounting = this.#turn.then(go, go);
    this.#turn = mounting;
    return mounting;
  }

  async #mount(paths: readonly string[], signal: AbortSignal, progress: Progress): Promise<void> {
    signal.throwIfAborted();
    const missing = this.missing(paths);
    if (missing.length === 0) return;
    const files = await this.pack.files(missing, "packages", signal, progress);
    for (const [file, bytes] of files) this.give(file, bytes);
  }

  /** Numbers of the files that hold what the paths mean and that are not mounted yet. */
  missing(paths: readonly string[]): number[] {
    const wanted = new Set<number>();
    for (const each of paths) {
      const { path, part } = partOf(each);
      const place = this.pack.index?.packages.get(path)?.[part];
      if (place && !this.#files.has(place.file)) wanted.add(place.file);
    }
    return [...wanted];
  }

  give(file: number, bytes: ArrayBuffer): void {
    const parts: MountedFile[] = [];
    for (const [path, found] of this.pack.index!.packages) {
      for (const part of ["export", "link"] as const) {
        const place = found[part];
        if (place?.file === file) parts.push([mountOf(path, part), place.from, place.size]);
      }
    }
    this.machine.mount(bytes, parts);
    this.#files.add(file);
  }

  /** The jail has lost them all. */
  forget(): void {
    this.#files.clear();
  }
}
