/** The page of the machine's tests: a machine, and a run that a test can follow from outside. */
import { Kernel } from "../../../src/machine/jail/kernel";
import { Workers } from "../../../src/machine/jail/workers";
import { toLimits } from "../../../src/machine/limits";
import type { JailMessage } from "../../../src/machine/protocol";
import { Machine } from "../../../src/machine/index";
import type { OutputEvent, Run, RunOptions, RunResult } from "../../../src/machine/index";

/** What a test asks for: RunOptions that survive JSON. */
interface Request extends Omit<RunOptions, "stdin" | "files"> {
  stdin?: string;
  files?: Record<string, string>;
}

/** A run, with what was seen of it on the way. */
interface Seen extends RunResult {
  events: OutputEvent[];
  /** The length of the execution trace, and its first bytes. */
  traceBytes: number;
  traceStart: string;
  /** Whose traces were ended, as "2 square". */
  traced: string[];
  /** From the call of run to the first output, in ms. */
  firstMs: number;
  /** How often the page's own timer came while the program ran, and its longest wait in ms. */
  beats: number;
  longestWait: number;
}

const machine = new Machine(document.body);
let current: Run | undefined;
let events: OutputEvent[] = [];

async function load(id: string): Promise<void> {
  if (machine.has(id)) return;
  const answer = await fetch(`/programs/${id}.wasm`);
  if (!answer.ok) throw new Error(`${id}: ${await answer.text()}`);
  await machine.load(id, await answer.arrayBuffer());
}

function toOptions({ stdin, files, ...rest }: Request): RunOptions {
  const bytes = (s: string) => new TextEncoder().encode(s);
  const given = Object.entries(files ?? {}).map(([name, s]) => [name, bytes(s)] as const);
  return { ...rest, ...(stdin ? { stdin: bytes(stdin) } : {}), files: Object.fromEntries(given) };
}

/** Runs a program to its end, or until what it printed holds stopAt. */
async function run(request: Request, stopAt?: string): Promise<Seen> {
  await machine.ready();
  await load(request.wasm);
  events = [];
  const heart = beat();
  let printed = "";
  let firstMs = -1;
  let traceBytes = 0;
  let traceStart = "";
  const traced: string[] = [];
  const pressed = performance.now();
  current = machine.run(toOptions(request), {
    output: (event) => {
      if (firstMs < 0) firstMs = performance.now() - pressed;
      events.push(event);
      printed += event.text;
      if (stopAt && printed.includes(stopAt)) current?.stop();
    },
    trace: ({ pid, name, bytes, last }) => {
      traceStart ||= new TextDecoder().decode(bytes.subarray(0, 8));
      traceBytes += bytes.length;
      if (last) traced.push(`${pid} ${name}`);
    },
  });
  const result = await current.done;
  const kept = events.length > 200 ? [...events.slice(0, 100), ...events.slice(-100)] : events;
  return { ...result, events: kept, firstMs, traceBytes, traceStart, traced, ...heart.end() };
}

/** Starts a program and comes back when it has printed that text; the run goes on. */
async function begin(request: Request, until: string): Promise<void> {
  const ended = run(request);
  const begun = async () => {
    while (!printed().includes(until)) await new Promise((done) => setTimeout(done, 5));
  };
  await Promise.race([begun(), ended]);
  outcome = ended;
}

let outcome: Promise<Seen> | undefined;
const printed = () => events.map(({ text }) => text).join("");
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Pauses the run that was begun for so long; gives what became of the pause, what was printed in it, and how long nothing ran for certain. */
async function pauseFor(ms: number) {
  const asked = performance.now();
  const answer = await current!.pause();
  const stands = performance.now();
  const after = stands - asked;
  const again = await current!.pause();
  const before = printed().length;
  await sleep(ms);
  const meanwhile = printed().length - before;
  const still = performance.now() - stands;
  current!.resume();
  current!.resume();
  return { answer, again, after, meanwhile, still };
}

/** Runs a program so often; gives each text that it printed, once. */
async function differing(request: Request, times: number): Promise<string[]> {
  const seen = new Set<string>();
  for (let i = 0; i < times; i++) seen.add((await run(request)).stdout);
  return [...seen];
}

/** Counts how often the page's thread is free. */
function beat() {
  let beats = 0;
  let longestWait = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestWait = Math.max(longestWait, now - last);
    last = now;
    beats++;
  }, 20);
  return {
    end() {
      clearInterval(timer);
      return { beats, longestWait };
    },
  };
}

/**
 * What the kernel tells of a worker that runs a script of the test's instead of
 * the machine's, as if a program had taken its worker over.
 */
async function takenOver(script: string): Promise<object> {
  const heart = beat();
  let printed = 0;
  const kernel = { hear: (_: JailMessage) => {} };
  const done = new Promise<JailMessage>((resolve) => {
    kernel.hear = (message) => {
      if (message.type === "loaded") start();
      if (message.type === "events") printed += message.events.length;
      if (message.type === "done") resolve(message);
    };
  });
  const real = new Kernel(
    new Workers(`postMessage({type:"warm"}); onmessage = () => {${script}}`),
    (m) => kernel.hear(m),
  );
  const start = () =>
    real.hear({
      type: "run",
      run: 1,
      wasm: "none",
      args: [],
      env: {},
      stdin: new Uint8Array(0),
      files: {},
      limits: toLimits({ wallMs: 10_000 }),
      clock: "real",
      seed: "",
    });
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0); // a module of nothing
  real.hear({ type: "load", id: "none", wasm: empty.buffer });
  return { ...(await done), printed, ...heart.end() };
}

Object.assign(globalThis, {
  machine,
  load,
  run,
  begin,
  pauseFor,
  differing,
  takenOver,
  pause: () => current!.pause(),
  resume: () => current!.resume(),
  outcome: () => outcome,
  stop: () => current?.stop(),
});
