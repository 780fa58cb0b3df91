import { Deferred } from "./deferred";
import { JailFrame } from "./frame";
import { toLimits } from "./limits";
import type { Limits } from "./limits";
import { isClock, isSeed } from "./pace";
import type { ClockChoice } from "./pace";
import { Pausing } from "./pausing";
import type { JailMessage, MountedFile, Program } from "./protocol";
import { Gathering } from "./run";
import type { Run, RunListener } from "./run";
import { Tools } from "./tools";
import type { ToolOptions, ToolRun } from "./tools";

export interface RunOptions {
  /** The id given to load(). */
  wasm: string;
  /** The program's name, os.Args[0]; the id when it is absent. */
  name?: string;
  args: string[];
  env?: Record<string, string>;
  stdin?: Uint8Array;
  /** Contents by path; relative ones are in the program's working folder. */
  files?: Record<string, Uint8Array>;
  limits?: Partial<Limits>;
  /** The run's clock; without one, or with one that is none, the real one. */
  clock?: ClockChoice;
  /** What select, map order, math/rand and crypto/rand come from; "" for the browser's own chance. */
  seed?: string;
}

/** What a program finds in its environment unless the options say otherwise. */
const environment = {
  HOME: "/home",
  PWD: "/home",
  TMPDIR: "/tmp",
  AHIRU_FIGURES: "/dev/ahiru/figures",
};

/** How long the jail may take to answer at first, and after stop(), in ms. */
const startPatience = 20_000;
const stopPatience = 5_000;

/** How long shown output stays before the next is asked for, in ms. */
const showMs = 30;

/** A program on its way to being compiled. */
class Loading extends Deferred<void> {
  loaded = false;
}

/** The in-page computer: one hidden frame, in which one program at a time runs. */
export class Machine {
  readonly #frame: JailFrame;
  #ready!: Deferred<void>;
  #programs = new Map<string, Loading>();
  #current: { run: number; gathering: Gathering; pausing: Pausing } | undefined;
  #runs = 0;
  #gone = false;
  #shares: boolean | undefined;
  /** Of all machines of this page: who works ahead must not disturb another's run either. */
  static readonly #eve = new Set<() => void>();
  static readonly #running = new Set<Machine>();
  readonly #tools = new Tools(
    (message) => this.#frame.post(message),
    (id) => id && this.#programs.set(id, new Loading()),
  );

  /** Puts the frame into mount, where it must stay: moved, it starts again, empty. */
  constructor(mount: Node) {
    this.#await();
    this.#frame = new JailFrame(mount, {
      hear: (message) => this.#hear(message),
      lost: () => this.#lost(),
    });
  }

  /** Resolves when a program can be started at once; rejects with a sentence. */
  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Whether threads of a program share memory in this page; known once ready. */
  get shares(): boolean | undefined {
    return this.#shares;
  }

  /** Compiles a program and keeps it under id. The buffer is transferred. */
  load(id: string, wasm: ArrayBuffer): Promise<void> {
    if (this.#gone) return Promise.reject(disposed());
    if (wasm.byteLength === 0) return Promise.reject(new Error(`The program ${id} has no bytes.`));
    const program = new Loading();
    this.#programs.set(id, program);
    this.#frame.post({ type: "load", id, wasm }, [wasm]);
    return program.promise;
  }

  /** Whether a program runs now, in this machine or in another of the page. */
  get busy(): boolean {
    return Machine.#running.size > 0;
  }

  has(id: string): boolean {
    return this.#programs.get(id)?.loaded ?? false;
  }

  /** Tells of each program of the page just before it starts, until the returned function is called. */
  beforeRun(listener: () => void): () => void {
    Machine.#eve.add(listener);
    return () => Machine.#eve.delete(listener);
  }

  /** Starts a program. While one runs, and for one not loaded, done rejects. */
  run(options: RunOptions, on: RunListener = {}): Run {
    const refusal = this.#refusal(options.wasm);
    if (refusal) return neverRun(refusal);
    for (const listener of Machine.#eve) listener();
    Machine.#running.add(this);
    const run = ++this.#runs;
    const gathering = new Gathering(on);
    const pausing = new Pausing((type) => this.#frame.post({ type, run }));
    this.#current = { run, gathering, pausing };
    this.#frame.post({ type: "run", run, ...toProgram(options) });
    return {
      done: gathering.result.promise,
      stop: () => this.#stop(run),
      pause: () => pausing.pause(),
      resume: () => pausing.resume(),
      write: (name, bytes) => this.#frame.post({ type: "write", run, name, bytes }),
      kill: (pid) => this.#frame.post({ type: "kill", run, pid }),
      stopTrace: () => this.#frame.post({ type: "untrace", run }),
    };
  }

  /** Drops a program that will not be run again. */
  forget(id: string): void {
    if (this.#programs.delete(id)) this.#frame.post({ type: "forget", id });
  }

  /** Gives the jail files that tools read: parts of bytes, which are transferred. */
  mount(bytes: ArrayBuffer, files: MountedFile[]): void {
    this.#frame.post({ type: "mount", bytes, files }, [bytes]);
  }

  /** Drops all of them. */
  unmount(): void {
    this.#frame.post({ type: "unmount" });
  }

  /** Starts a tool, beside whatever else runs. */
  tool(options: ToolOptions): ToolRun {
    return this.#tools.start(++this.#runs, { ...options, env: { ...environment, ...options.env } });
  }

  /** Ends everything and removes the frame. */
  dispose(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#frame.remove();
    this.#abandon(disposed());
  }

  #refusal(id: string): string | undefined {
    if (this.#gone) return disposed().message;
    if (this.#current) return "A program is still running here: one runs at a time.";
    if (!this.has(id)) return `The program ${id} has not been loaded.`;
    return undefined;
  }

  #stop(run: number): void {
    if (this.#current?.run !== run) return;
    this.#frame.post({ type: "stop", run });
    setTimeout(() => {
      if (this.#current?.run === run) this.#frame.restart();
    }, stopPatience);
  }

  /** A promise of readiness that breaks by itself when nothing answers. */
  #await(): void {
    const ready = (this.#ready = new Deferred<void>());
    const sentence =
      "The part of this page that runs programs did not start: reload the page to try again.";
    setTimeout(() => ready.reject(new Error(sentence)), startPatience);
  }

  /** Late is better than never: who asks from now on is not refused. */
  #answered(shares: boolean): void {
    this.#shares = shares;
    this.#ready.resolve();
    this.#ready = new Deferred();
    this.#ready.resolve();
  }

  #hear(message: JailMessage): void {
    switch (message.type) {
      case "ready":
        return this.#answered(message.shares);
      case "broken":
        return this.#ready.reject(
          new Error(`Programs cannot run in this page: ${message.reason}.`),
        );
      case "loaded":
        return this.#loaded(message.id);
      case "unusable":
        return this.#unusable(message.id, message.reason);
    }
    if (this.#tools.hear(message) || this.#current?.run !== message.run) return;
    const { gathering, pausing } = this.#current;
    switch (message.type) {
      case "events":
        message.events.forEach((event) => gathering.take(event));
        setTimeout(() => this.#frame.post({ type: "more", run: message.run }), showMs);
        return;
      case "paused":
        return pausing.answered(message.paused);
      case "done":
        this.#current = undefined;
        Machine.#running.delete(this);
        pausing.end();
        gathering.end(message);
    }
  }

  #loaded(id: string): void {
    const program = this.#programs.get(id);
    if (!program) return;
    program.loaded = true;
    program.resolve();
  }

  #unusable(id: string, reason: string): void {
    const program = this.#programs.get(id);
    this.#programs.delete(id);
    program?.reject(new Error(`The program ${id} is not one that this browser can run: ${reason}`));
  }

  #lost(): void {
    this.#abandon(new Error("The part of this page that runs programs was started again."));
    this.#await();
  }

  /** Gives up on everything that was asked of the frame. */
  #abandon(why: Error): void {
    this.#ready.reject(why);
    for (const program of this.#programs.values()) program.reject(why);
    this.#programs.clear();
    this.#tools.abandon(why);
    const { gathering, pausing } = this.#current ?? {};
    this.#current = undefined;
    Machine.#running.delete(this);
    pausing?.end();
    gathering?.breakOff(why.message);
  }
}

function disposed(): Error {
  return new Error("The machine of this page has been taken away.");
}

function neverRun(why: string): Run {
  return {
    done: Promise.reject(new Error(why)),
    stop: () => {},
    pause: () => Promise.resolve("ended"),
    resume: () => {},
    write: () => {},
    kill: () => {},
    stopTrace: () => {},
  };
}

function toProgram(options: RunOptions): Program {
  const { wasm, name = wasm, args, env, stdin, files, limits, clock, seed } = options;
  return {
    wasm,
    args: [name, ...args],
    env: { ...environment, ...env },
    stdin: stdin ?? new Uint8Array(0),
    files: files ?? {},
    limits: toLimits(limits),
    clock: isClock(clock) ? clock : "real",
    seed: isSeed(seed) ? seed : "",
  };
}
