import type { LoadPart, MakingProgress, PackageNames } from "./api";
import { digest } from "./digest";
import { get, ToolchainError } from "./fault";
import { Keep } from "./keep";
import { toMaking, toNames, type Told } from "./pack-answers";
import { toPackIndex } from "./pack-index";
import type { Entry, PackIndex } from "./pack-index";
import { unpack } from "./unpack";

/** How long to wait before asking again for a pack that is being made, in ms. */
const askAgainMs = 1000;
/** A builder at work tells something new every two seconds; after so many equal answers nobody seems to be. */
const patience = 20;
/** Files fetched at once. */
const lanes = 6;

/** Told how far a fetch is, in bytes of the network. */
export type Progress = (received: number, total: number, what: LoadPart) => void;

/** The pack of one site: its index and its files, from the network or as kept. */
export class Pack {
  #index: PackIndex | undefined;
  /** The index as it came. */
  #text = "";
  #negotiated = false;
  readonly #keep: Keep;

  /** base is the folder of index.json; the entries' names start at the folder above. */
  constructor(private readonly base: URL) {
    this.#keep = new Keep(base);
  }

  get index(): PackIndex | undefined {
    return this.#index;
  }

  /** Reads the index, once; waits for one that is being made. */
  async open(signal: AbortSignal, making: (at: MakingProgress | null) => void): Promise<PackIndex> {
    while (!this.#index) {
      try {
        this.#index = await this.#fetchIndex(signal);
      } catch (err) {
        if (!(err instanceof ToolchainError) || err.fault !== "missing") throw err;
        await this.#made(signal, err, making);
      }
    }
    return this.#index;
  }

  /** The files of these numbers, whole and with the right digest. */
  async files(
    numbers: readonly number[],
    what: LoadPart,
    signal: AbortSignal,
    progress: Progress,
  ): Promise<Map<number, ArrayBuffer>> {
    const found = new Map<number, ArrayBuffer>();
    const entries = numbers.map((n) => [n, this.#index!.files[n]!] as const);
    const total = entries.reduce((sum, [, entry]) => sum + this.#carriedBytes(entry), 0);
    let received = 0;
    const carried = (n: number) => progress(Math.min((received += n), total), total, what);
    await inLanes(entries, async ([n, entry]) => {
      found.set(n, await this.#file(entry, signal, carried));
    });
    return found;
  }

  /** What all files weigh, and those that are not kept yet, in bytes of the network. */
  async weigh(): Promise<{ total: number; missing: number }> {
    const kept = await this.#keep.digests();
    const sum = (entries: readonly Entry[]) =>
      entries.reduce((bytes, entry) => bytes + this.#carriedBytes(entry), 0);
    const { files } = this.#index!;
    return { total: sum(files), missing: sum(files.filter((entry) => !kept.has(entry.sha256))) };
  }

  /** Fetches every file that is not kept, and holds none of them: together they would fill a phone. */
  async keepAll(signal: AbortSignal, carried: (bytes: number) => void): Promise<void> {
    await this.#keep.keepIndex(this.#text, this.#index!.files); // it may have been removed since it came
    const kept = await this.#keep.digests();
    const missing = this.#index!.files.filter((entry) => !kept.has(entry.sha256));
    await inLanes(missing, async (entry) => void (await this.#file(entry, signal, carried)));
  }

  /** What programs may import. */
  async names(signal: AbortSignal): Promise<PackageNames[]> {
    const { names } = this.#index!;
    const files = await this.files([names], "packages", signal, () => {});
    const list = toNames(JSON.parse(new TextDecoder().decode(files.get(names))));
    if (list) return list;
    throw new ToolchainError("damaged", "The index of names is none.");
  }

  async #file(entry: Entry, signal: AbortSignal, carried: (n: number) => void) {
    const kept = await this.#keep.file(entry);
    if (kept && (await isRight(kept, entry))) {
      carried(this.#carriedBytes(entry));
      return kept;
    }
    if (kept) await this.#keep.dropFile(entry);
    let bytes: ArrayBuffer;
    try {
      bytes = await this.#fetchFile(entry, signal, carried, "default");
    } catch (err) {
      if (!(err instanceof ToolchainError) || err.fault !== "damaged") throw err;
      bytes = await this.#fetchFile(entry, signal, () => {}, "reload");
    }
    await this.#keep.keepFile(entry, bytes);
    return bytes;
  }

  async #fetchFile(
    entry: Entry,
    signal: AbortSignal,
    carried: (n: number) => void,
    cache: RequestCache,
  ): Promise<ArrayBuffer> {
    const response = await get(new URL(`../${entry.name}`, this.base), { signal, cache });
    let bytes: ArrayBuffer;
    try {
      bytes = await unpack(response.body!, entry, carried);
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof ToolchainError) throw cause;
      throw new ToolchainError("damaged", `${entry.name} broke off on its way.`, { cause });
    }
    if (await isRight(bytes, entry)) return bytes;
    throw new ToolchainError("damaged", `${entry.name} is not what it should be.`);
  }

  async #fetchIndex(signal: AbortSignal): Promise<PackIndex> {
    let text: string;
    try {
      const url = new URL("index.json", this.base);
      const response = await get(url, { signal, cache: "no-cache" });
      this.#negotiated = response.headers.get("content-encoding") === "br";
      text = await response.text();
    } catch (err) {
      signal.throwIfAborted();
      const kept = await this.#keptIndex(err);
      if (kept) return kept;
      throw err;
    }
    const index = toPackIndex(parse(text));
    if (!index) throw new ToolchainError("damaged", "The index of the toolchain is none.");
    this.#text = text;
    void this.#keep.keepIndex(text, index.files);
    return index;
  }

  /** Without the network, what was kept. */
  async #keptIndex(err: unknown): Promise<PackIndex | undefined> {
    if (!(err instanceof ToolchainError) || err.fault !== "unreachable") return undefined;
    const text = await this.#keep.index();
    if (text === undefined) return undefined;
    this.#text = text;
    return toPackIndex(parse(text));
  }

  /** Asks how far the builder is until it is done: each question for what is not there would be an error in the browser's log. */
  async #made(
    signal: AbortSignal,
    missing: ToolchainError,
    making: (at: MakingProgress | null) => void,
  ): Promise<void> {
    let [before, equal] = ["", 0];
    for (;;) {
      const progress = await this.#making(signal, missing);
      const told = JSON.stringify(progress);
      equal = told === before ? equal + 1 : 0;
      before = told;
      making(progress && { ...progress, silent: equal >= patience });
      await pause(askAgainMs, signal);
      if (!progress || progress.done >= progress.total) return;
    }
  }

  /** How far the builder is; throws when there is none at work. */
  async #making(signal: AbortSignal, missing: ToolchainError): Promise<Told | null> {
    try {
      const url = new URL("progress.json", this.base);
      const response = await get(url, { signal, cache: "no-cache" });
      const { progress, failed } = toMaking(await response.json());
      if (failed === "") return progress;
      throw new ToolchainError("missing", `The toolchain could not be made: ${failed}`);
    } catch (err) {
      signal.throwIfAborted();
      throw err instanceof ToolchainError && err.fault === "missing" ? err : missing;
    }
  }

  #carriedBytes(entry: Entry): number {
    return this.#negotiated ? entry.brotli : entry.gzip;
  }
}

/** Does the work for each item, for a few of them at once. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function isRight(bytes: ArrayBuffer, entry: Entry): Promise<boolean> {
  return bytes.byteLength === entry.bytes && (await digest(bytes)) === entry.sha256;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", abort); // a long wait is many pauses
      resolve();
    }, ms);
    signal.addEventListener("abort", abort);
  });
}
