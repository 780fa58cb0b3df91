import type { Model } from "./model";

/** The Trace Event Format of Chromium, which Perfetto reads; moments there are microseconds. */
export function perfetto(model: Model): string {
  const events: unknown[] = [];
  const number = new Map(model.lanes.map(({ id }, i) => [id, i + 1]));
  for (const worker of new Set(model.lanes.map((lane) => lane.worker))) {
    events.push(metadata("process_name", worker, 0, `worker ${worker}`));
  }
  for (const { id, name, worker, spans } of model.lanes) {
    const tid = number.get(id);
    events.push(metadata("thread_name", worker, tid, `${name} ${id}`));
    for (const s of spans) {
      if (s.state === "done") continue;
      const { reason, line } = s;
      const [ts, dur] = [s.start * 1000, (s.end - s.start) * 1000];
      const args = { reason, line };
      events.push({ ph: "X", name: s.state, cat: s.state, pid: worker, tid, ts, dur, args });
    }
  }
  for (const told of [...tasks(model), ...regions(model, number), ...logs(model, number)]) {
    events.push(told);
  }
  return JSON.stringify({ traceEvents: events, displayTimeUnit: "ms" });
}

const metadata = (name: string, pid: number, tid: number | undefined, value: string) => ({
  ph: "M",
  name,
  pid,
  tid,
  args: { name: value },
});

/** Tasks wander from goroutine to goroutine: there they are asynchronous. */
const tasks = ({ tasks = [] }: Model) =>
  tasks.flatMap(({ id, name, worker: pid, start, end }) => [
    { ph: "b", cat: "task", name, id, pid, tid: 0, ts: start * 1000 },
    { ph: "e", cat: "task", name, id, pid, tid: 0, ts: end * 1000 },
  ]);

/** Regions have threads of their own: a state may begin in one and end outside. */
function regions({ lanes, regions = [] }: Model, number: Map<string, number>) {
  const of = new Map(lanes.map((lane) => [lane.id, lane]));
  const named = new Set<string>();
  return regions.flatMap(({ lane, name, start, end }) => {
    const { worker = 0, name: func = "" } = of.get(lane) ?? {};
    const tid = lanes.length + (number.get(lane) ?? 0) + 1;
    const head = named.has(lane)
      ? []
      : [metadata("thread_name", worker, tid, `${func} ${lane}: regions`)];
    named.add(lane);
    const [ts, dur] = [start * 1000, (end - start) * 1000];
    return [...head, { ph: "X", cat: "region", name, pid: worker, tid, ts, dur }];
  });
}

function logs({ lanes, logs = [] }: Model, number: Map<string, number>) {
  const worker = new Map(lanes.map((lane) => [lane.id, lane.worker]));
  return logs.map(({ lane, at, category, message }) => {
    const [pid, tid] = [worker.get(lane) ?? 0, number.get(lane) ?? 0];
    return {
      ph: "i",
      s: "t",
      cat: "log",
      name: message,
      pid,
      tid,
      ts: at * 1000,
      args: { category },
    };
  });
}
