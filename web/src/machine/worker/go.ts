import type { Fault, StartMessage } from "../worker-protocol";
import type { Callbacks } from "./callbacks";
import type { Channel } from "./channel";
import { Idle } from "./idle";
import { faultOf } from "./trap";

/** Go's linker keeps the 8 KiB from here for arguments and environment. */
const argumentRoom = 8192;

/** Thrown through Go's frames at the memory limit; by then the kernel has been told. */
class Overstepped extends Error {}

/** Runs one program, from instantiation to its last message. */
export class Program {
  readonly #go = new Go();
  readonly #idle: Idle;
  #depth = 0;
  #over = false;

  constructor(
    private readonly start: StartMessage,
    private readonly channel: Channel,
    private readonly now: () => number,
    callbacks: Callbacks,
  ) {
    this.#idle = new Idle(this.#go, callbacks, now);
    this.#shapeRuntime(callbacks);
    this.#watchMemory();
  }

  run(module: WebAssembly.Module): void {
    const { args, env } = this.start;
    const size = argumentBytes(args, env);
    if (size >= argumentRoom) return this.#fault("arguments", tooLong(size));
    Object.assign(this.#go, { argv: args, env });
    let instance: WebAssembly.Instance;
    try {
      instance = new WebAssembly.Instance(module, this.#go.importObject);
    } catch (err) {
      return this.#fault("start", faultOf(err).words);
    }
    this.channel.send({ type: "started" });
    this.#enter(() => {
      this.#checkMemory((instance.exports.mem as WebAssembly.Memory).buffer);
      this.#go.run(instance).catch((err: unknown) => this.#broke(err));
    });
  }

  /** Our own behaviour in the places that wasm_exec.js leaves to its host. */
  #shapeRuntime(callbacks: Callbacks): void {
    const go = this.#go;
    go.exit = (code) => this.channel.end({ type: "exit", code, ms: this.now() });
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
    if (memory.byteLength <= this.start.memoryBytes) return;
    this.channel.end({ type: "limit", reason: "memory", ms: this.now() });
    throw new Overstepped();
  }

  #broke(err: unknown): void {
    this.#over = true;
    if (err instanceof Overstepped) return;
    const { fault, words } = faultOf(err);
    this.#fault(fault, words);
  }

  #fault(fault: Fault, words: string): void {
    this.channel.end({ type: "fault", fault, words, ms: this.now() });
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
