/**
 * The Go compiler and linker in the page, as the editor sees them. The class
 * Toolchain in toolchain.ts has these members:
 *
 *   const toolchain = new Toolchain(machine, new URL("toolchain/", siteRoot));
 *   const built = await toolchain.build({ "main.go": text }, { signal });
 *   if (built.ok) machine.run({ wasm: built.program, args });
 *
 * Nothing is fetched before load() or build() is called: the pack is eleven
 * megabytes, so only a reader who has changed a program pays for it. One
 * toolchain belongs to one machine and works beside a program that runs there.
 */

/** Bytes as the network carries them: so many of so many, and for what. */
export interface LoadProgress {
  received: number;
  total: number;
  /** A name for the reader: "compiler", "linker", "packages" or "planner". */
  what: LoadPart;
}

export type LoadPart = "compiler" | "linker" | "packages" | "planner";

/** Why the toolchain cannot be had; the element has a sentence for each, in the reader's language. */
export type LoadFault =
  /** The site has no pack: it was built without one, or the address is wrong. */
  | "missing"
  /** No answer: offline, and not kept from before. */
  | "unreachable"
  /** The server answered with an error. */
  | "refused"
  /** What came is not what the index says, twice over. */
  | "damaged"
  /** This browser cannot run it (too little memory, no WebAssembly). */
  | "unusable";

export type ToolchainState =
  /** Nothing has been asked for. */
  | { kind: "idle" }
  /** The site's builder is still making the pack; asked again every second while load() waits. */
  | { kind: "making"; progress: MakingProgress | null }
  | { kind: "loading"; progress: LoadProgress }
  /** The browser compiles the tools. */
  | { kind: "starting" }
  | { kind: "ready" }
  /** load() and build() may be called again. sentence is English, for the console. */
  | { kind: "failed"; fault: LoadFault; sentence: string };

/** What toolchain/progress.json says while the builder is at work. */
export interface MakingProgress {
  /** What is done now: a name for which the element has words, or one that it does not know. */
  step: string;
  /** Steps done, and all of them. */
  done: number;
  total: number;
  /** In this step, where that is known: pieces done, and all; bytes as well in the last one. */
  far?: { done: number; total: number; bytes?: number; allBytes?: number };
  /** Since the builder began. */
  seconds: number;
  /** Nothing has changed for so long that nobody seems to be at work. */
  silent: boolean;
}

/** Go source and other files by slash-separated name, such as "main.go" or "data/ducks.txt". */
export type Files = Readonly<Record<string, string>>;

export interface BuildOptions {
  /** Builds the tests and benchmarks of _test.go files into the program instead of its own main. */
  test?: boolean;
  /** Gives the build up; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** One complaint. Line and column count from 1, columns in bytes of UTF-8; 0 where there is no place. */
export interface Diagnostic {
  /** The file's name, "" where the complaint is about none. */
  file: string;
  line: number;
  column: number;
  message: string;
}

export interface Built {
  ok: true;
  /**
   * The id under which the machine has the program loaded: pass it to
   * machine.run(), with a name that says more as os.Args[0]. The same sources give the same id, without being built
   * again; the last few programs are kept.
   *
   * A test program takes the flags of `go test` as "-test.v", "-test.bench=."
   * and so on.
   */
  program: string;
  /** Milliseconds in the compiler and in the linker, 0 when the program was kept. */
  compileMs: number;
  linkMs: number;
  /** From the call to the program being loaded, fetching apart. */
  totalMs: number;
  /** The most memory that compiler and linker took, in bytes. */
  compileMemory?: number;
  linkMemory?: number;
  /** Size of the WebAssembly module. */
  bytes: number;
  /** Import paths of all that is linked in, sorted. */
  packages: string[];
}

/** The program is at fault: Go's own words. */
export interface Refused {
  ok: false;
  diagnostics: Diagnostic[];
  /** What compiler or linker printed, word for word. */
  stderr: string;
}

/** A package that programs may import. */
export interface PackageNames {
  /** Import path. */
  path: string;
  /** The package's own name, which need not be the last element of path. */
  name: string;
  /** Exported names, sorted. */
  exports: string[];
}

export interface ToolchainApi {
  readonly state: ToolchainState;
  /** Go's release, such as "go1.26.8"; "" until the index has been read. */
  readonly release: string;
  /** Tells of each change of state until the returned function is called. */
  watch(listener: (state: ToolchainState) => void): () => void;
  /**
   * Fetches what every build needs and compiles it; resolves at once when it
   * is there. Rejects with an Error whose message is a sentence, or with the
   * signal's reason: what has come by then is kept, so that the next call goes
   * on from there. Calls may overlap; the fetch goes on while one still waits.
   */
  load(signal?: AbortSignal): Promise<void>;
  /**
   * Has the tools ready for programs like this one, after load() if need be:
   * fetches its packages, and starts and exercises tools while the page rests.
   * Nothing is said of a program that cannot be built.
   */
  prepare(files: Files, options?: BuildOptions): Promise<void>;
  /**
   * Builds a program and has the machine load it, after load() if need be.
   * Rejects, as load() does, when the toolchain is at fault. A build that is
   * called while another runs ends the older one, which rejects with an
   * AbortError.
   */
  build(files: Files, options?: BuildOptions): Promise<Built | Refused>;
  /**
   * Builds as build() does what nobody has asked to run yet, so that build() finds it built; one for the same program
   * that comes meanwhile joins. Gives null where that is not to be: before load(), where packages would have to be
   * fetched, beside a program that runs or another build, on a hidden page, where memory is short.
   */
  ahead(files: Files, options?: BuildOptions): Promise<Built | Refused | null>;
  /** What programs may import, sorted by path. Fetches a small index alone, and waits for one that is being made. */
  packages(signal?: AbortSignal): Promise<readonly PackageNames[]>;
  /** Ends everything that belongs to the toolchain; the machine stays. */
  dispose(): void;
}
