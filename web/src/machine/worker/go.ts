import { Control } from "../control";
import type { Fault, StartMessage } from "../worker-protocol";
import { Brake } from "./brake";
import type { Callbacks } from "./callbacks";
import { useSeed } from "./chance";
import type { Channel } from "./channel";
import { useClock } from "./clock";
import type { Clock } from "./clock";
import { Idle } from "./idle";
import { importsShared, sharedImport, sharedImports } from "./shared-imports";
import { onRunClock } from "./shared-waits";
import { Timers } from "./timers";
import { faultOf } from "./trap";

/** Go's linker keeps the 8 KiB from here for arguments and environment. */
const argumentRoom = 8192;

/** How much Go's memory has to grow before the kernel is told. */
const memoryStep = 1 << 20;

/** Thrown through Go's frames at the memory limit; by then the kernel has been told. */
class Overstepped extends Error {}

/** Runs one program, from instantiation to its last message. */
export class Program {
  readonly #go = new Go();
  readonly #idle: Idle;
  readonly #timers: Timers;
  readonly #control: Control | undefined;
  readonly #brake: Brake | undefined;
  #depth = 0;
  #over = false;
  #toldBytes = 0;

  constructor(
    private readonly start: StartMessage,
    private readonly channel: Channel,
    private readonly clock: Clock,
    private readonly callbacks: Callbacks,
  ) {
    const go = this.#go;
    this.#timers = new Timers(go, clock);
    this.#idle = new Idle(go, callbacks, clock, this.#timers, (traced) => this.#waits(traced));
    this.#shapeRuntime(callbacks);
    useClock(go, clock);
    if (start.seed !== "") useSeed(go, start.seed, start.pid);
    this.#watchMemory();
    if (!start.control) return;
    const control = (this.#control = new Control(start.control.memory));
    const slot = control.slot(start.control.slot);
    const tell = () => channel.urgent({ type: "held" });
    this.#brake = new Brake(control, slot, tell, () => clock.kernelTime());
    this.#brake.guard(go.importObject);
  }

  run(module: WebAssembly.Module): void {
    const { args, env } = this.start;
    const size = argumentBytes(args, env);
    if (size >= argumentRoom) return this.#fault("arguments", tooLong(size));
    Object.assign(this.#go, { argv: args, env });
    const at = this.clock.begin(this.start, this.#control);
    if (importsShared(module)) this.#go.importObject[sharedImport] = this.#shared();
    let instance: WebAssembly.Instance;
    try {
      instance = new WebAssembly.Instance(module, this.#go.importObject);
    } catch (err) {
      return this.#fault("start", faultOf(err).words);
    }
    this.channel.send({ type: "started", at });
    this.#enter(() => {
      this.#checkMemory((instance.exports.mem as WebAssembly.Memory).buffer);
      this.#go.run(instance).catch((err: unknown) => this.#broke(err));
    });
  }

  /** The kernel will answer nothing any more: Go is to say that it is deadlocked. */
  deadlock(): void {
    this.#idle.deadlock();
  }

  /** Whether recording is to end, told without a message. */
  get untraced(): boolean {
    return this.#control?.untraced ?? false;
  }

  /** The trace has become too long. */
  untrace(): void {
    this.#idle.untrace();
  }

  /** The virtual clock has come to that time. */
  advance(now: number): void {
    this.clock.advance(now);
    this.#timers.ring();
  }

  /** The run may be paused: a program that waits for a message stops as one that computes does. */
  hold(): void {
    this.#brake?.check();
  }

  readonly #now = () => this.clock.now();

  #waits(traced: boolean): void {
    const { channel, callbacks } = this;
    const { answers } = callbacks;
    channel.send({ type: "waiting", answers, traced, until: this.#until(), ms: this.#now() });
  }

  #until(): number | null {
    return this.clock.virtual ? this.#timers.next : null;
  }

  #shared(): WebAssembly.ModuleImports {
    const imports = sharedImports(this.start.shared);
    if (!this.start.shared || !this.#control || !this.#brake) return imports;
    const { slot } = this.#brake;
    const blocked = () => this.channel.urgent({ type: "blocked", count: slot.count });
    return onRunClock(imports, this.clock, this.#control, this.#brake, blocked);
  }

  /** Our own behaviour in the places that wasm_exec.js leaves to its host. */
  #shapeRuntime(callbacks: Callbacks): void {
    const go = this.#go;
    go.exit = (code) => this.channel.end({ type: "exit", code, ms: this.#now() });
    const resume = go._resume.bind(go);
    go._resume = () => {
      if (!go.exited && !this.#over) this.#enter(resume); // a callback after the end means nothing
    };
    const makeWrapper = go._makeFuncWrapper.bind(go);
    go._makeFuncWrapper = (id) => {
      const wrapper = makeWrapper(id);
      callbacks.made(wrapper);
      return wrapper;
    };
  }

  /** Lets Go go on. When it waits again, and nothing called it from within, looks for a deadlock. */
  #enter(goOn: () => void): void {
    this.#depth++;
    try {
      this.#brake?.check();
      goOn();
    } catch (err) {
      this.#broke(err);
    } finally {
      this.#depth--;
    }
    if (this.#depth === 0) queueMicrotask(() => this.#look());
  }

  /** After the microtask in which run, an async function, tells of a program that broke. */
  #look(): void {
    if (!this.#over) this.#idle.check();
  }

  /** Go's memory has no maximum of its own, but Go calls this import each time it has grown. */
  #watchMemory(): void {
    const { gojs } = this.#go.importObject;
    const reset = gojs["runtime.resetMemoryDataView"]!;
    gojs["runtime.resetMemoryDataView"] = (sp) => {
      reset(sp);
      this.#checkMemory(this.#go.mem.buffer);
    };
  }

  #checkMemory(memory: ArrayBufferLike): void {
    const bytes = memory.byteLength;
    if (bytes >= this.#toldBytes + memoryStep) {
      this.#toldBytes = bytes;
      this.channel.send({ type: "memory", bytes });
    }
    if (bytes <= this.start.memoryBytes) return;
    this.channel.end({ type: "limit", reason: "memory", ms: this.#now() });
    throw new Overstepped();
  }

  #broke(err: unknown): void {
    this.#over = true;
    if (err instanceof Overstepped) return;
    const { fault, words } = faultOf(err);
    this.#fault(fault, words);
  }

  #fault(fault: Fault, words: string): void {
    this.channel.end({ type: "fault", fault, words, ms: this.#now() });
  }
}

/** The room that wasm_exec.js will take: C strings at multiples of 8, and a pointer to each. */
function argumentBytes(args: string[], env: Record<string, string>): number {
  const strings = [...args, ...Object.entries(env).map(([key, value]) => `${key}=${value}`)];
  const encoder = new TextEncoder();
  const sizes = strings.map((s) => Math.ceil((encoder.encode(s).length + 1) / 8) * 8);
  return sizes.reduce((sum, size) => sum + size, 0) + 8 * (strings.length + 2);
}

function tooLong(size: number): string {
  return `its arguments and environment take ${size} bytes, and a Go program in the page has room for ${argumentRoom - 1}.`;
}
