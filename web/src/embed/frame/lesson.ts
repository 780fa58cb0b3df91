// The page of an embedded lesson, seen from the post around it.
import { readState } from "../../lib/url-state";
import { eventNames } from "../protocol";
import { watchHeight } from "./height";
import { Line } from "./line";
import { applyLook, lookOfAddress } from "./look";
import { Siblings } from "./siblings";
import { takeSecret, WordPress } from "./wordpress";

/** The members of <ahiru-demo> that a post may use. */
interface Demo extends HTMLElement {
  readonly ready: Promise<void>;
  source: string;
  params: Record<string, string>;
  clock: unknown;
  seed: string;
  together: boolean;
  /** Lessons in other frames of the post: whose turn it is where the browser gives no lock. */
  siblings: Pick<Siblings, "take"> | null;
  readonly diagnostics: unknown[];
  run(): Promise<unknown>;
  stop(): void;
  pause(): Promise<boolean>;
  resume(): void;
}

/** Connects the lesson of this page with the post that holds it, if one does. */
export function serveLesson(demo: Demo): void {
  applyLook(lookOfAddress(), demo);
  if (readState(location.hash)?.together) demo.together = true;
  if (window.parent === window) return;
  const siblings = (demo.siblings = new Siblings());
  siblings.meet();
  const line = new Line(membersOf(demo));
  for (const name of eventNames) {
    demo.addEventListener(name, (event) => line.tell(name, (event as CustomEvent).detail));
  }
  const secret = takeSecret();
  const wordpress = secret ? new WordPress(secret) : null;
  watchHeight((height) => {
    line.call("height", height);
    wordpress?.height(height);
  });
  line.call("hello");
}

const membersOf = (demo: Demo) => ({
  look: (look: unknown) => applyLook(look, demo),
  ready: () => demo.ready,
  source: () => demo.source,
  "source=": (text: unknown) => void (demo.source = String(text)),
  params: () => demo.params,
  "params=": (values: unknown) => void (demo.params = texts(values)),
  clock: () => demo.clock,
  "clock=": (clock: unknown) => void (demo.clock = clock),
  seed: () => demo.seed,
  "seed=": (seed: unknown) => void (demo.seed = seed as string),
  diagnostics: () => demo.diagnostics,
  run: () => demo.run(),
  stop: () => demo.stop(),
  pause: () => demo.pause(),
  resume: () => demo.resume(),
});

/** Values by name as texts; what is no record is none. */
function texts(values: unknown): Record<string, string> {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
