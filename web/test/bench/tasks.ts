// The main thread's longest tasks while a reader uses the map, and what they were.

interface PepMap extends HTMLElement {
  ready: Promise<void>;
  lens: { view: { layout: string } };
  setView(view: unknown): void;
  select(number: number | null): void;
}

/** A frame that took long: an entry of the browser's timeline. */
interface LongFrame extends PerformanceEntry {
  scripts: { duration: number; invoker: string; sourceFunctionName: string; sourceURL: string }[];
}

export interface Task {
  doing: string;
  longest: number; // milliseconds, 0 where none took 50
  what: string; // the script that took longest in it
}

const rest = 400; // milliseconds until an action's last task has been told
const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** Watches one action; buffered: with everything since the page's start. */
async function watch(doing: string, act: () => unknown, buffered = false): Promise<Task> {
  const tasks: PerformanceEntry[] = [];
  const frames: LongFrame[] = [];
  const observe = (type: string, list: PerformanceEntry[]) => {
    const observer = new PerformanceObserver((entries) => list.push(...entries.getEntries()));
    observer.observe({ type, buffered });
    return observer;
  };
  const observers = [observe("longtask", tasks), observe("long-animation-frame", frames)];
  await act();
  await pause(rest);
  for (const observer of observers) observer.disconnect();
  const worst = tasks.reduce<PerformanceEntry | null>(
    (most, task) => (task.duration > (most?.duration ?? 0) ? task : most),
    null,
  );
  return { doing, longest: worst?.duration ?? 0, what: worst ? named(worst, frames) : "" };
}

function named(task: PerformanceEntry, frames: LongFrame[]): string {
  const end = task.startTime + task.duration;
  const frame = frames.find((f) => f.startTime < end && f.startTime + f.duration > task.startTime);
  const [script] = [...(frame?.scripts ?? [])].sort((a, b) => b.duration - a.duration);
  if (!script) return "no script: style, layout or drawing";
  return `${script.sourceFunctionName || script.invoker}, ${Math.round(script.duration)} ms`;
}

/** The map loaded, laid out anew, filtered, a PEP selected, a word searched. */
export async function tasks(): Promise<Task[]> {
  const map = document.querySelector<PepMap>("ahiru-peps")!;
  const root = map.shadowRoot!;
  const all = [await watch("loading", () => map.ready, true)];
  const layout = async (name: string) => {
    map.setView({ ...map.lens.view, layout: name });
    while (root.querySelector(".arranging")) await pause(20);
    await pause(1000); // the PEPs glide to their places
  };
  all.push(await watch("another layout", () => layout("timeline")));
  all.push(await watch("the first layout again", () => layout("force")));
  const row = root.querySelector<HTMLButtonElement>(".legend li button")!;
  const press = async () => {
    row.click();
    await pause(rest);
  };
  all.push(await watch("a filter", press));
  await press();
  all.push(await watch("a selection", () => map.select(484)));
  const field = root.querySelector<HTMLInputElement>("input[type=search], [role=combobox]")!;
  const type = async () => {
    for (const text of ["t", "ty", "typ", "typi", "typin", "typing"]) {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await pause(60);
    }
  };
  all.push(await watch("a search", type));
  return all;
}

/** The name of what draws WebGL here. */
export function renderer(): string {
  const gl = document.createElement("canvas").getContext("webgl2");
  const info = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = info ? String(gl!.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "no WebGL";
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return name;
}
