// The page of the embedded map, seen from the post around it.
import { Line } from "./line";
import { applyLook, lookOfAddress } from "./look";
import { takeSecret, WordPress } from "./wordpress";

/** The members of <ahiru-peps> that a post may use. */
interface Peps extends HTMLElement {
  readonly ready: Promise<void>;
  readonly selected: number | null;
  readonly graph: unknown;
  select(number: number | null): void;
  metrics(name: string): Promise<unknown>;
  path(a: number, b: number): Promise<number[]>;
  export(format: string): Promise<Blob>;
}

/** The map fills whatever height its frame has, so it asks for none but in WordPress, which insists. */
const wordpressHeight = 640;

/** Connects the map of this page with the post that holds it, if one does. */
export function serveMap(peps: Peps): void {
  applyLook(lookOfAddress(), peps);
  if (window.parent === window) return;
  const line = new Line(membersOf(peps));
  const secret = takeSecret();
  if (secret) new WordPress(secret).height(wordpressHeight);
  line.call("hello");
}

const membersOf = (peps: Peps) => ({
  look: (look: unknown) => applyLook(look, peps),
  ready: () => peps.ready,
  select: (number: unknown) => peps.select(typeof number === "number" ? number : null),
  selected: () => peps.selected,
  graph: () => peps.graph,
  metrics: (name: unknown) => peps.metrics(String(name)),
  path: (a: unknown, b: unknown) => peps.path(Number(a), Number(b)),
  export: (format: unknown) => peps.export(String(format)),
});
