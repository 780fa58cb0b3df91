/** For tests: a run whose workers are the test's, which says in their place what it likes. */
import { Hostile } from "../hostile-values";
import { toLimits } from "../limits";
import type { ClockChoice } from "../pace";
import type { Ending, RunEvent } from "../protocol";
import type { CallValue, KernelMessage, StartMessage, WorkerMessage } from "../worker-protocol";
import { Session } from "./session";
import type { WarmWorker } from "./workers";

type Reply = Extract<KernelMessage, { type: "reply" }>;

/** A worker as the kernel sees it. */
export class FakeWorker {
  readonly told: KernelMessage[] = [];
  ended = false;
  hear: (data: unknown) => void = () => {};
  crash: (words: string) => void = () => {};
  #calls = 0;

  readonly warm = {
    post: (message: KernelMessage) => this.told.push(message),
    listen: (listener: (data: unknown) => void) => (this.hear = listener),
    watch: (listener: (words: string) => void) => (this.crash = listener),
    terminate: () => (this.ended = true),
  } as unknown as WarmWorker;

  say(message: WorkerMessage): void {
    this.hear(message);
  }

  get start(): StartMessage {
    return this.told.find((m) => m.type === "start")!;
  }

  /** The program stands. */
  stand(): this {
    this.say({ type: "started", at: performance.now() });
    return this;
  }

  print(text: string, fd: 1 | 2 = 1): void {
    this.say({ type: "write", fd, bytes: new TextEncoder().encode(text), ms: 1 });
  }

  exit(code: number): void {
    this.say({ type: "exit", code, ms: 1 });
  }

  /** Makes a system call; gives the id under which the answer comes. */
  ask(name: string, ...args: unknown[]): number {
    const id = this.#calls++;
    this.say({ type: "call", id, name, args, ms: 1 });
    return id;
  }

  answer(id: number): Reply | undefined {
    return this.told.find((m) => m.type === "reply" && m.id === id) as Reply | undefined;
  }

  /** Makes a system call and waits for its answer: the value, or the error's code. */
  async call(name: string, ...args: unknown[]): Promise<CallValue | undefined> {
    const id = this.ask(name, ...args);
    await turn();
    const answer = this.answer(id);
    return answer?.error ?? answer?.value;
  }

  /** Says that it has nothing to do but to wait for answers, and on a virtual clock for a timer. */
  wait(until: number | null = null): void {
    const answers = this.told.filter((m) => m.type === "reply").length;
    this.say({ type: "waiting", answers, traced: false, until, ms: 0 });
  }
}

/** Lets everything happen that is about to. */
export const turn = () => new Promise<void>((done) => setTimeout(done, 5));

export const text = (value: unknown) =>
  value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value);

/** A run that has begun, with its first worker; the others come as it takes them. */
export async function beginRun(limits = {}, clock: ClockChoice = "real", sharing = false) {
  const pauses: boolean[] = [];
  const events: RunEvent[] = [];
  const endings: Ending[] = [];
  const workers: FakeWorker[] = [];
  const session = new Session(
    {
      type: "run",
      run: 1,
      wasm: "x",
      args: ["x", "-v"],
      env: { AHIRU_TRACE: "/dev/ahiru/trace", HOME: "/home" },
      stdin: new Uint8Array(0),
      files: {},
      limits: toLimits(limits),
      clock,
      seed: "",
    },
    {
      events: (e) => events.push(...e),
      paused: (paused) => pauses.push(paused),
      done: (e) => endings.push(e),
    },
  );
  const take = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return Promise.resolve(worker.warm);
  };
  const program = { module: {} as WebAssembly.Module, bytes: new ArrayBuffer(0), shares: sharing };
  await session.start(program, { take, sharing, caps: () => ({ shared: false }) });
  await turn();
  const shown = (stream: string) => {
    session.more();
    return events.map((e) => (e.type === "output" && e.stream === stream ? e.text : "")).join("");
  };
  const pieces = () => events.filter((e) => e.type === "trace");
  return { session, pieces, workers, endings, pauses, shown, first: workers[0]!.stand() };
}

/** Has a process ask for another; gives the descriptor that tells of it. */
export async function spawn(by: FakeWorker, request: object = {}): Promise<number> {
  const fd = (await by.call("open", "/dev/ahiru/spawn", 2, 0)) as number;
  const whole = { function: "f", args: "", kind: "process", inherit: [], stdout: "", ...request };
  await by.call("write", fd, new TextEncoder().encode(JSON.stringify(whole) + "\n"), null);
  await turn();
  return fd;
}

export const hostile = (seed: number) => new Hostile(seed);
