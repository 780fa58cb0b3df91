import type { Entry } from "./pack-index";

/** Under this name alone all sites of an origin kept theirs once. */
const formerName = "ahiru-toolchain";

/**
 * One cache for each site: two of one origin have one storage, and each drops
 * what its own index does not name. A space cannot stand in a path.
 */
const cacheName = (base: URL) => `${formerName} ${base.pathname}`;

/** The name under which the index is kept, for starts without the network. */
const indexKey = "https://kept.invalid/index.json";
const keyPrefix = "https://kept.invalid/";

/**
 * What has been fetched, kept for the next visit and for when there is no
 * network. Where the browser keeps nothing (a frame of opaque origin, a full
 * disk, private browsing) everything still works, and is fetched again.
 */
export class Keep {
  readonly #ready: Promise<unknown>;

  /** base is the folder of the site's toolchain. */
  constructor(private readonly base: URL) {
    this.#ready = dropFormer();
  }

  async file(entry: Entry): Promise<ArrayBuffer | undefined> {
    const found = await this.#find(keyOf(entry));
    return found?.arrayBuffer().catch(() => undefined);
  }

  async keepFile(entry: Entry, bytes: ArrayBuffer): Promise<void> {
    await this.#put(keyOf(entry), new Response(bytes));
  }

  async dropFile(entry: Entry): Promise<void> {
    await this.#try((cache) => cache.delete(keyOf(entry)));
  }

  /** Digests of all files that are kept. */
  async digests(): Promise<Set<string>> {
    const requests = await this.#try((cache) => cache.keys());
    return new Set(requests?.map(({ url }) => url.slice(keyPrefix.length)));
  }

  /** Drops all that was kept, index and files. */
  static async drop(base: URL): Promise<void> {
    await caches.delete(cacheName(base)).catch(() => false);
  }

  async index(): Promise<string | undefined> {
    return (await this.#find(indexKey))?.text().catch(() => undefined);
  }

  /** Keeps the index, and nothing any more that it does not name. */
  async keepIndex(text: string, files: readonly Entry[]): Promise<void> {
    await this.#put(indexKey, new Response(text));
    const named = new Set([indexKey, ...files.map(keyOf)]);
    await this.#try(async (cache) => {
      for (const { url } of await cache.keys()) if (!named.has(url)) await cache.delete(url);
    });
  }

  #find(key: string): Promise<Response | undefined> {
    return this.#try((cache) => cache.match(key));
  }

  async #put(key: string, response: Response): Promise<void> {
    await this.#try((cache) => cache.put(key, response));
  }

  /** Opens the cache anew each time: one that was dropped goes on under the handles there are, seen by nobody else. */
  async #try<T>(use: (cache: Cache) => Promise<T>): Promise<T | undefined> {
    try {
      await this.#ready;
      return await use(await caches.open(cacheName(this.base)));
    } catch {
      return undefined; // the quota, mostly
    }
  }
}

async function dropFormer(): Promise<void> {
  try {
    await caches.delete(formerName);
  } catch {
    // Nothing is kept here, so there is none to drop.
  }
}

/** Named by contents: the same file of two builds is kept once. */
function keyOf(entry: Entry): string {
  return keyPrefix + entry.sha256;
}
