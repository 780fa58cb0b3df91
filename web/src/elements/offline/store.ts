// The two places in which large files are kept, seen as one: the worker has
// the site's programs and facts, the toolchain keeps its own pack.
import type { Answer, Fault, LargeFile } from "../../offline/messages";
import { ToolchainError } from "../../machine/toolchain/fault";
import { Keep } from "../../machine/toolchain/keep";
import { Pack } from "../../machine/toolchain/pack";
import { ask } from "./ask";
import { siteRoot } from "./site-root";

/** Bytes of the network: of everything, and of what is not kept yet. */
export interface Weight {
  total: number;
  missing: number;
}

/** Why not everything could be kept. */
export class StoreError extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
  }
}

export class Store {
  readonly #base = new URL("toolchain/", siteRoot());
  readonly #pack = new Pack(this.#base);
  /** False on a site that has no toolchain. */
  #packed = true;

  constructor(private readonly worker: ServiceWorker) {}

  async weigh(signal: AbortSignal): Promise<Weight> {
    const pack = (await this.#openPack(signal)) ? await this.#pack.weigh() : undefined;
    const files = await this.#files();
    const missing = sum(files.filter(({ kept }) => !kept)) + (pack?.missing ?? 0);
    return { total: sum(files) + (pack?.total ?? 0), missing };
  }

  /** Fetches what is missing. Rejects with a StoreError or the signal's reason. */
  async keep(signal: AbortSignal, carried: (bytes: number) => void): Promise<void> {
    for (const file of await this.#files()) {
      if (!file.kept) await this.#keepFile(file, signal, carried);
    }
    if (this.#packed) await this.#keepPack(signal, carried);
    // A browser that has no room says so to nobody but those who look.
    if ((await this.weigh(signal)).missing > 0) throw new StoreError("full");
  }

  async remove(): Promise<void> {
    await ask(this.worker, { type: "remove" });
    await Keep.drop(this.#base);
  }

  async #files(): Promise<LargeFile[]> {
    return (await ask(this.worker, { type: "status" })).files ?? [];
  }

  async #keepFile({ path }: LargeFile, signal: AbortSignal, carried: (bytes: number) => void) {
    const heard = ({ received = 0 }: Answer) => carried(received);
    const { failed } = await ask(this.worker, { type: "keep", path }, { signal, heard });
    signal.throwIfAborted();
    if (failed) throw new StoreError(failed);
  }

  async #keepPack(signal: AbortSignal, carried: (bytes: number) => void): Promise<void> {
    try {
      await this.#pack.keepAll(signal, carried);
    } catch (err) {
      signal.throwIfAborted();
      throw storeError(err);
    }
  }

  async #openPack(signal: AbortSignal): Promise<boolean> {
    try {
      if (this.#packed) await this.#pack.open(signal, () => {});
    } catch (err) {
      signal.throwIfAborted();
      if (!(err instanceof ToolchainError) || err.fault !== "missing") throw storeError(err);
      this.#packed = false;
    }
    return this.#packed;
  }
}

function storeError(err: unknown): StoreError {
  const damaged = err instanceof ToolchainError && err.fault === "damaged";
  return new StoreError(damaged ? "damaged" : "unreachable");
}

const sum = (files: LargeFile[]) => files.reduce((bytes, { carried }) => bytes + carried, 0);
