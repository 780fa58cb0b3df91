import { SystemError } from "../errors";
import type { ErrorCode } from "../errors";
import { openFlags } from "../open-flags";
import { tooManyWorkers, whyEnded, whyFailed } from "../sentences";
import type { TracePiece } from "../protocol";
import type { Fault, Waiting } from "../worker-protocol";
import { Blocks } from "./blocks";
import { Deadlock } from "./deadlock";
import type { Handle } from "./handle";
import { Holding } from "./holding";
import { KillHandle } from "./kill";
import type { End } from "./pipe-end";
import { MakerHandle, Pipes } from "./pipes";
import { Process } from "./process";
import type { Nursery } from "./nursery";
import { SpawnHandle } from "./spawn";
import type { Exit, Spawned, SpawnRequest } from "./spawn";
import type { Supervisor } from "./supervisor";
import type { After } from "./run-timers";
import { Traces } from "./traces";
import { afterPending } from "./turn";
import { VirtualTime } from "./virtual-time";

/** What the run as a whole is told. */
export interface Run {
  /** The first process is instantiated, at that time of the kernel's clock. */
  began(at: number): void;
  clock(ms: number): number;
  after: After;
  /** No process of it runs any more until letGo, since that time of the kernel's. */
  held(since: number): void;
  refused(code: ErrorCode | "workers"): void;
  /** A sentence for the console. */
  say(sentence: string): void;
  exited(code: number, ms: number): void;
  failed(fault: Fault, words: string): void;
  overstepped(reason: "memory" | "total" | "messages"): void;
  /** A piece of the execution trace of one of them. */
  traced(piece: TracePiece): void;
}

const killed: Exit = { code: 137, reason: "killed" };
/** Exit status of a program that broke, as Go's runtime gives it. */
const broken = 2;
const killPath = /^\/dev\/ahiru\/proc\/(\d{1,15})\/kill$/;

/**
 * The processes of one run: a tree, from the first one down. A process ends
 * with its parent, the run with the first.
 */
export class Processes implements Supervisor {
  readonly #live = new Map<number, Process>();
  readonly #deadlock: Deadlock;
  readonly #holding: Holding | undefined;
  readonly #time: VirtualTime | undefined;
  readonly #pipes = new Pipes((bytes) => this.#hold(bytes));
  readonly #traces = new Traces(
    (piece) => this.run.traced(piece),
    () => this.#stopTracing(),
  );
  #nextPid = 1;
  #held = 0;
  #peak = 0;

  constructor(
    private readonly nursery: Nursery,
    private readonly run: Run,
  ) {
    const { clock, control, shared } = nursery;
    const held = (since: number) => run.held(since);
    this.#holding = control && new Holding(control, this.#live, held);
    this.#time = clock.pace.virtual ? new VirtualTime(clock, control, shared) : undefined;
    this.#deadlock = new Deadlock(this.#live, {
      say: (sentence) => run.say(sentence),
      after: run.after,
      paused: () => this.#holding?.all ?? false,
      time: this.#time,
      blocks: new Blocks(control, shared),
      traces: ({ pid }) => this.nursery.traces && this.#traces.has(pid),
      untrace: () => this.#endTraces(),
      end: () => run.exited(broken, clock.now),
    });
  }

  /** How many threads wait in shared memory for what another has to do. */
  get stuck(): number {
    return this.nursery.stuck;
  }

  /** The most memory that they have taken together, in bytes. */
  get peak(): number {
    return this.#peak;
  }

  /** Starts the first process. */
  begin(): void {
    this.nursery.start(this.#add());
  }

  /** Ends them all, the first one last. */
  end(): void {
    for (const process of [...this.#live.values()].reverse()) process.close();
    this.#live.clear();
  }

  /** Asks all to stop, and tells the run when they have; false where that cannot be. */
  hold(): boolean {
    this.#holding?.ask();
    return this.#holding !== undefined;
  }

  /** Lets all go on that were held. */
  letGo(): void {
    this.#holding?.letGo();
    this.#deadlock.lookSoon();
  }

  /** Has all record no more of what they do, and those that come later too; what they still hold is not wanted. */
  untrace(): void {
    this.#traces.unwanted = true;
    this.#stopTracing();
  }

  #stopTracing(): void {
    this.nursery.control?.untrace();
    this.#endTraces();
  }

  /** The same, but for what they still hold: it is kept. */
  #endTraces(): void {
    this.nursery.traces = false;
    for (const process of this.#live.values()) process.untrace();
  }

  /** Ends a process from outside. The first one is left: that would be the end of the run, which is for stop. */
  kill(pid: number): void {
    const target = this.#live.get(pid);
    if (target?.parts.parent && target.parts.kind === "process") this.#remove(target, killed);
  }

  special(process: Process, path: string, flags: number): Handle | undefined {
    const { pid, name, kind } = process.parts;
    if (path === "/dev/ahiru/trace") {
      const how = () => ({ exited: process.exited, lastWords: process.lastWords.text });
      return this.#traces.open({ pid, name, kind }, how);
    }
    if (path === "/dev/ahiru/spawn") return new SpawnHandle((asked) => this.#spawn(process, asked));
    if (path === "/dev/ahiru/pipe") return new MakerHandle(this.#pipes.make(), process.grants);
    const doomed = killPath.exec(path)?.[1];
    if (doomed === undefined) return this.#pipes.open(path, flags, process.grants);
    if ((flags & 3) === openFlags.O_RDONLY) throw new SystemError("EACCES");
    const target = this.#live.get(Number(doomed));
    if (!target) throw new SystemError("ENOENT");
    if (!isBelow(target, process)) throw new SystemError("EACCES");
    return new KillHandle(() => this.#remove(target, killed));
  }

  started(process: Process, at: number): void {
    if (process.pid === 1) this.run.began(at);
    process.stood.resolve();
  }

  clock(ms: number): number {
    return this.run.clock(ms);
  }

  get virtualNow(): number {
    return this.#time ? this.nursery.clock.now : 0;
  }

  refused(code: ErrorCode): void {
    this.run.refused(code);
  }

  grew(): void {
    let bytes = this.#held + this.nursery.sharedBytes;
    for (const { memory } of this.#live.values()) bytes += memory;
    this.#peak = Math.max(this.#peak, bytes);
    if (bytes > this.nursery.limits.runBytes) this.run.overstepped("total");
  }

  heard(process: Process): void {
    this.#deadlock.heard(process);
  }

  answered(process: Process): void {
    this.#deadlock.answered(process);
  }

  waits(process: Process, { answers, traced, until, ms }: Waiting): void {
    if (this.nursery.parked) return;
    this.#time?.heard(ms);
    this.#deadlock.waits(process, answers, traced, this.#time ? until : null);
  }

  blocked(process: Process, count: number): void {
    this.#holding?.look();
    this.#deadlock.blocked(process, count);
  }

  untold({ pid }: Process, bytes: number): void {
    this.#traces.lose(pid, bytes);
  }

  held(): void {
    this.#holding?.look();
  }

  exited(process: Process, code: number, ms: number): void {
    if (process.pid === 1) return this.run.exited(code, ms);
    this.#remove(process, { code, reason: code === broken ? process.lastWords.text : "" });
  }

  failed(process: Process, fault: Fault, words: string): void {
    if (process.pid === 1) return this.run.failed(fault, words);
    const sentence = whyFailed(fault, words);
    if (process.hasStood) this.run.say(`${process.parts.title}: ${sentence}`);
    process.stood.reject(new Error(sentence));
    this.#remove(process, { code: broken, reason: `fatal error: ${sentence}` });
  }

  crashed(process: Process, words: string): void {
    afterPending(() => this.#live.has(process.pid) && this.failed(process, "trap", words));
  }

  overstepped(process: Process, reason: "memory" | "messages"): void {
    if (process.pid === 1 || reason === "messages") return this.run.overstepped(reason);
    const sentence = whyEnded(process.parts.title, this.nursery.limits);
    this.run.say(sentence);
    this.#remove(process, { ...killed, reason: sentence });
  }

  #spawn(parent: Process, request: SpawnRequest): Spawned {
    const { workers } = this.nursery.limits;
    if (this.#live.size > workers) {
      this.run.refused("workers");
      return refusal(tooManyWorkers(workers));
    }
    const given = new Map<string, End>();
    for (const path of [...request.inherit, request.stdout].filter((each) => each !== "")) {
      const end = this.#pipes.find(path);
      if (!end || !parent.grants.has(end)) return refusal(`${path} is no open end of a pipe`);
      given.set(path, end);
    }
    const stdout = given.get(request.stdout) ?? parent.parts.stdout; // as its parent, if not asked otherwise
    if (stdout?.side === "read") return refusal(`${request.stdout} is an end for reading`);
    const child = this.#add(parent, request, stdout);
    for (const path of request.inherit) child.grants.keep(given.get(path)!);
    const { clock } = this.nursery;
    const asked = clock.now;
    this.nursery.start(child, request);
    const stood = child.stood.promise.then(
      () => ({ pid: child.pid, startMs: clock.now - asked }),
      (why: Error) => ({ error: why.message }),
    );
    return { stood, ended: child.exit.promise };
  }

  #add(parent?: Process, request?: SpawnRequest, stdout?: End): Process {
    const pid = this.#nextPid++;
    const place = { pid, slot: this.#holding?.slot() ?? 0 };
    const process = new Process(this.nursery.parts(place, parent, request, stdout), this);
    this.#live.set(pid, process);
    this.#deadlock.joined(process);
    return process;
  }

  /** A process has ended, and all that it started with it. */
  #remove(process: Process, exit: Exit): void {
    if (!this.#live.delete(process.pid)) return;
    for (const each of [...this.#live.values()].reverse()) {
      if (each.parts.parent === process) this.#remove(each, killed);
    }
    process.close();
    process.stood.reject(new Error("it was ended before it stood"));
    process.exit.resolve(exit);
    this.#holding?.look();
    this.#deadlock.left(process);
  }

  #hold(bytes: number): void {
    this.#held += bytes;
    if (bytes > 0) this.grew();
  }
}

function isBelow(process: Process, above: Process): boolean {
  for (let at = process.parts.parent; at; at = at.parts.parent) if (at === above) return true;
  return false;
}

function refusal(error: string): Spawned {
  return { stood: Promise.resolve({ error }), ended: Promise.resolve(killed) };
}
