/** For tests: a site with a small pack, whose answers the test can spoil. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { vi } from "vitest";

const contents: Record<string, string> = {
  "compile.wasm": "\0asm compiler ".repeat(500),
  "link.wasm": "\0asm linker ".repeat(300),
  "planner.wasm": "\0asm planner",
  "names.json": JSON.stringify([{ path: "fmt", name: "fmt", exports: ["Print"] }]),
  "every.o": "!<arch>\n runtime and os",
};

export const fileNumbers = { compile: 0, link: 1, planner: 2, names: 3, every: 4 };

const encode = (s: string) => new TextEncoder().encode(s);

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** How one file is answered: as stored, already unpacked, or something worse. */
export type Answer = (stored: Uint8Array<ArrayBuffer>, plain: string) => Response | Error;

export const asStored: Answer = (stored) => new Response(stored);
export const asNegotiated: Answer = (_, plain) => new Response(encode(plain));
export const cutShort: Answer = (stored) => new Response(stored.slice(0, stored.length - 12));
export const plainCutShort: Answer = (_, plain) => new Response(encode(plain.slice(0, -3)));
export const altered: Answer = (_, plain) => new Response(encode(plain.replace("m", "n")));
export const endless: Answer = (_, plain) => new Response(encode(plain.repeat(3)));
export const unanswered: Answer = () => new TypeError("Failed to fetch");
export const status =
  (code: number): Answer =>
  () =>
    new Response("no", { status: code });

/** Answers fetch from the pack; answers holds, for a path, how the next requests for it go. */
export class FakeSite {
  readonly base = new URL("https://site.example/sub/toolchain/");
  readonly asked: string[] = [];
  readonly answers = new Map<string, Answer[]>();
  readonly #plain = new Map<string, string>();

  constructor(index: object = {}) {
    const files = Object.entries(contents).map(([file, text]) => {
      const name = `assets/toolchain/go/${file}.gz`;
      this.#plain.set(`/sub/${name}`, text);
      return {
        name,
        sha256: bytesToHex(sha256(encode(text))),
        bytes: text.length,
        gzip: 100,
        brotli: 80,
      };
    });
    const packages = {
      os: { imports: ["runtime"], importable: true, link: { file: 4, from: 0, size: 10 } },
      runtime: { link: { file: 4, from: 10, size: 5 } },
    };
    const whole = { format: 1, go: "go1.26.8", language: "go1.26", parks: true, packages };
    const text = JSON.stringify({ ...whole, files, ...fileNumbers, ...index });
    this.#plain.set("/sub/toolchain/index.json", text);
    vi.stubGlobal("fetch", (url: URL, init: RequestInit) => this.#answer(url, init));
  }

  spoil(file: string, ...answers: Answer[]): void {
    const path = file.endsWith(".json") && file !== "names.json" ? "toolchain/" : "";
    const folder = path || "assets/toolchain/go/";
    this.answers.set(`/sub/${folder}${file}${path ? "" : ".gz"}`, answers);
  }

  /** How often a file was asked for. */
  count(file: string): number {
    return this.asked.filter((path) => path.includes(file)).length;
  }

  async #answer({ pathname }: URL, { signal }: RequestInit): Promise<Response> {
    this.asked.push(pathname);
    signal?.throwIfAborted();
    const plain = this.#plain.get(pathname) ?? "{}";
    const special = this.answers.get(pathname)?.shift();
    if (!special && !this.#plain.has(pathname)) return new Response("", { status: 404 });
    const packed = pathname.endsWith(".gz");
    const stored = packed ? await gzip(plain) : encode(plain);
    const answer = (special ?? asStored)(stored, plain);
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

/** A browser's cache storage that can be full, or not there. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();
  full = false;

  constructor() {
    vi.stubGlobal("caches", {
      open: async (name: string) => {
        const found = this.#caches.get(name) ?? new FakeCache(() => this.full);
        this.#caches.set(name, found);
        return found;
      },
      delete: async (name: string) => this.#caches.delete(name),
    });
  }

  /** How many files are kept, under all names. */
  get size(): number {
    return [...this.#caches.values()].reduce((sum, { kept }) => sum + kept.size, 0);
  }

  /** Changes a byte of everything that is kept. */
  rot(): void {
    for (const { kept } of this.#caches.values()) {
      for (const bytes of kept.values()) new Uint8Array(bytes)[1]! ^= 1;
    }
  }
}

class FakeCache {
  readonly kept = new Map<string, ArrayBuffer>();

  constructor(private readonly full: () => boolean) {}

  async match(key: string): Promise<Response | undefined> {
    const bytes = this.kept.get(key);
    return bytes && new Response(bytes.slice(0));
  }

  async put(key: string, response: Response): Promise<void> {
    if (this.full()) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(key, await response.arrayBuffer());
  }

  async delete(key: string): Promise<boolean> {
    return this.kept.delete(key);
  }

  async keys(): Promise<{ url: string }[]> {
    return [...this.kept.keys()].map((url) => ({ url }));
  }
}
