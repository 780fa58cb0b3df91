/** What the bench of the timeline drives: a machine and the reader of traces in a page of the built site. */
import "../../src/elements/timeline/define";
import { Tracing } from "../../src/elements/demo/tracing";
import type { AhiruTimeline } from "../../src/elements/timeline/element";
import type { Model } from "../../src/elements/timeline/model";
import { startEngine } from "../../src/machine/engine";
import { Machine } from "../../src/machine/index";

const machine = new Machine(document.body);

const environment = {
  AHIRU_TRACE: "/dev/ahiru/trace",
  GODEBUG: "traceadvanceperiod=100000000",
};

interface Lesson {
  name: string;
  wasm: { url: string };
  timeline: string;
}

async function lesson(name: string): Promise<Lesson> {
  return (await fetch(`/demos/${name}/lesson.json`)).json() as Promise<Lesson>;
}

const addressOf = (name: string, url: string) => new URL(url, `${location.origin}/demos/${name}/`);

/** How long a lesson runs without a trace and with one, in ms, one after the other so often. */
async function traced(name: string, args: string[], times: number) {
  const { wasm } = await lesson(name);
  await machine.ready();
  const bytes = await (await fetch(addressOf(name, wasm.url))).arrayBuffer();
  await machine.load(name, bytes);
  const plain: number[] = [];
  const withTrace: number[] = [];
  for (let i = 0; i < times; i++) {
    plain.push(await wall(name, args, {}));
    withTrace.push(await wall(name, args, environment));
  }
  machine.forget(name);
  return { plain, traced: withTrace };
}

async function wall(wasm: string, args: string[], env: Record<string, string>): Promise<number> {
  const { done } = machine.run({ wasm, args, env }, { trace: () => {} });
  const { exitCode, stderr, wallMs } = await done;
  if (exitCode !== 0) throw new Error(`${wasm}: ${stderr}`);
  return wallMs;
}

/** How many events a second the reader takes of a saved trace, so often. */
async function read(file: string, times: number): Promise<number[]> {
  const bytes = Uint8Array.from(atob(file), (c) => c.charCodeAt(0));
  const { timeline } = await lesson("threads");
  const engine = await startEngine(addressOf("threads", timeline));
  const speeds: number[] = [];
  for (let i = 0; i < times; i++) {
    const begun = performance.now();
    const { events } = await engine.call<{ events: number }>(
      "open",
      { lang: "en" },
      { files: [bytes.slice()] },
    );
    speeds.push((1000 * events) / (performance.now() - begun));
  }
  engine.terminate();
  return speeds;
}

/** Calls back when the next frame has been drawn. */
const drawn = () =>
  new Promise<number>((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
  );

function show(): AhiruTimeline {
  const timeline = document.createElement("ahiru-timeline");
  document.body.prepend(timeline);
  return timeline as AhiruTimeline;
}

/** When a part of a trace was where on its way to the picture, in ms of this page. */
interface Way {
  ended: number;
  came: number;
  read: number;
  told: number;
  shown: number;
}

/** How long each step took, for the events that one picture was the first to show. */
interface Steps {
  whole: number[];
  waiting: number[];
  coming: number[];
  reading: number[];
  telling: number[];
  drawing: number[];
}

/**
 * How long it takes from what a goroutine does to the frame that shows it, in
 * ms, for each change of state of a program that yields at even times, and how
 * much of that each step took.
 */
async function pixels(file: string): Promise<Steps> {
  const bytes = Uint8Array.from(atob(file), (c) => c.charCodeAt(0));
  const { timeline: reader } = await lesson("threads");
  await machine.ready();
  await machine.load("ticks", bytes.buffer);
  const timeline = show();
  const seen: { at: number; way: Way }[] = [];
  const now = () => performance.now();
  let until = 0;
  let [came, read] = [0, 0];
  const timed = async () => {
    const engine = await startEngine(addressOf("threads", reader));
    const call: typeof engine.call = async (name, ...rest) => {
      const answer = await engine.call(name, ...rest);
      if (name === "feed") read = now();
      return answer as never;
    };
    return { running: true, call, terminate: () => engine.terminate() };
  };
  const tracing: Tracing = new Tracing(
    timed,
    () => "en",
    () => void changed(),
  );
  const changed = async () => {
    const { model } = tracing;
    if (!tracing.live || model === timeline.model) return;
    const told = now();
    timeline.live = true;
    timeline.model = model;
    const from = until;
    until = model.end ?? 0;
    const way = { ended: originOf(model) + until, came, read, told, shown: 0 };
    way.shown = await drawn();
    for (const { spans } of model.lanes) {
      for (const { start } of spans) {
        if (start > from) seen.push({ at: originOf(model) + start, way });
      }
    }
  };
  tracing.prepare();
  await new Promise((done) => setTimeout(done, 1000)); // the reader is there when a reader traces again
  const begun = tracing.begin(true)!;
  let zero = Infinity; // of the run's clock, by the quickest of its messages
  const { done } = machine.run(
    { wasm: "ticks", args: [], env: begun.env },
    {
      trace: (piece) => {
        came = now();
        begun.trace(piece);
      },
      output: ({ ms }) => (zero = Math.min(zero, now() - ms)),
    },
  );
  const { wallMs } = await done;
  tracing.end("ticks", wallMs);
  tracing.dispose();
  timeline.remove();
  machine.forget("ticks");
  const of = (step: (at: number, way: Way) => number) =>
    seen.map(({ at, way }) => step(at + zero, { ...way, ended: way.ended + zero }));
  return {
    whole: of((at, { shown }) => shown - at),
    waiting: of((at, { ended }) => ended - at),
    coming: of((_, { ended, came }) => came - ended),
    reading: of((_, { came, read }) => read - came),
    telling: of((_, { read, told }) => told - read),
    drawing: of((_, { told, shown }) => shown - told),
  };
}

/** The run's clock at moment 0 of a model. */
const originOf = (model: Model) => ((model as Model & { origin?: number }).origin ?? 1) - 1;

/** What the reader does in each measurement of frames; nothing is what the machine's load alone makes of a frame. */
const ways = {
  nothing: "z".repeat(60),
  moving: "ww" + "dddddaaaaa".repeat(6),
  zooming: "wwwwwsssss".repeat(6),
  whole: "sf".repeat(30),
};

/**
 * How long each frame takes, in ms, with a run of so many spans on fifty lanes:
 * from one frame to the next, each with a key pressed in it and all drawn that
 * the key changed. Moving has a half of the spans in view, whole all of them.
 */
async function frames(count: number): Promise<Record<keyof typeof ways, number[]>> {
  const timeline = show();
  const lanes = Array.from({ length: 50 }, (_, lane) => ({
    id: `1·G${lane + 1}`,
    name: `duck${lane}`,
    worker: 1,
    spans: Array.from({ length: count / 50 }, (_, i) => ({
      start: i,
      end: i + 1,
      state: (["running", "blocked", "runnable", "sleeping"] as const)[(i + lane) % 4]!,
      reason: "waits",
      line: 1,
    })),
  }));
  timeline.model = { lanes, wakeups: [], hidden: 0, end: count / 50 };
  await timeline.updateComplete;
  await drawn();
  const took = { nothing: [], moving: [], zooming: [], whole: [] } as Record<
    keyof typeof ways,
    number[]
  >;
  for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
    press(timeline, "f");
    await drawn();
    let last = await frame();
    for (const key of ways[way]) {
      press(timeline, key);
      const now = await frame(); // the drawing of the frame before is within
      took[way].push(now - last);
      last = now;
    }
  }
  timeline.remove();
  return took;
}

const frame = () => new Promise<number>((done) => requestAnimationFrame(done));

function press(timeline: AhiruTimeline, key: string): void {
  const scroller = timeline.shadowRoot!.querySelector(".scroller")!;
  scroller.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
}

Object.assign(globalThis, { traced, read, pixels, frames });
