import { expect, test, vi } from "vitest";
import { Siblings, type Sibling } from "./siblings";

/** Frames of one page: each sees another always as the same window, and messages take a moment. */
class Page {
  readonly #lessons: Siblings[] = [];
  readonly #gone = new Set<Siblings>();
  readonly #windows = new Map<Siblings, Map<Siblings, Sibling>>();

  add(): Siblings {
    const post = { closed: false, postMessage: () => {} };
    const others = (): Siblings[] => this.#lessons.filter((other) => other !== lesson);
    const lesson: Siblings = new Siblings(
      () => others().map((other) => this.#seen(lesson, other)),
      post,
    );
    this.#lessons.push(lesson);
    for (const other of others()) other.hear(word("here"), this.#seen(other, lesson));
    return lesson;
  }

  remove(lesson: Siblings): void {
    this.#gone.add(lesson);
  }

  #seen(viewer: Siblings, other: Siblings): Sibling {
    const seen = this.#windows.get(viewer) ?? new Map<Siblings, Sibling>();
    this.#windows.set(viewer, seen);
    const gone = () => this.#gone.has(other);
    const made: Sibling = seen.get(other) ?? {
      get closed() {
        return gone();
      },
      postMessage: (data: unknown) =>
        queueMicrotask(() => gone() || other.hear(data, this.#seen(other, viewer))),
    };
    seen.set(other, made);
    return made;
  }
}

const word = (turn: string) => ({ ahiru: 1, turn, at: 0, id: "another" });
const never = () => new AbortController().signal;
const soon = () => new Promise((go) => setTimeout(go, 250));

test("one runs at a time, in the order in which they wanted to", async () => {
  let now = 0;
  vi.spyOn(Date, "now").mockImplementation(() => ++now);
  const page = new Page();
  const lessons = [page.add(), page.add(), page.add()];
  await new Promise((go) => setTimeout(go)); // they have met
  let running = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(
    lessons.map(async (lesson, i) => {
      const end = await lesson.take(never());
      order.push(i);
      most = Math.max(most, ++running);
      await new Promise((go) => setTimeout(go, 20));
      running--;
      end();
    }),
  );
  expect(most).toBe(1);
  expect(order).toEqual([0, 1, 2]);
  vi.restoreAllMocks();
});

test("one whose clock is slow does not run beside one that it has heard of", async () => {
  const page = new Page();
  const [first, second, third] = [page.add(), page.add(), page.add()];
  const end = await third.take(never());
  const turn = first.take(never()); // the second one has heard of it, and wants nothing yet
  await new Promise((go) => setTimeout(go, 20));
  vi.spyOn(Date, "now").mockReturnValue(1);
  const late = second.take(never());
  vi.restoreAllMocks();
  end();
  const endFirst = await turn;
  let begun = false;
  void late.then(() => (begun = true));
  await soon();
  expect(begun).toBe(false);
  endFirst();
  (await late)();
});

test("two that want to at the same moment do not wait for one another for ever", async () => {
  vi.spyOn(Date, "now").mockReturnValue(7);
  const page = new Page();
  const lessons = [page.add(), page.add()];
  const turns = lessons.map((lesson) => lesson.take(never()));
  (await Promise.race(turns))();
  for (const end of await Promise.all(turns)) end();
  vi.restoreAllMocks();
});

test("one that is taken out of the page gives its turn back", async () => {
  const page = new Page();
  const [first, second] = [page.add(), page.add()];
  await first.take(never());
  let begun = false;
  const turn = second.take(never()).then((end) => ((begun = true), end));
  await soon();
  expect(begun).toBe(false);
  page.remove(first);
  (await turn)();
});

test("one that has given up keeps nobody waiting", async () => {
  const page = new Page();
  const [first, second, third] = [page.add(), page.add(), page.add()];
  const end = await first.take(never());
  const stop = new AbortController();
  const given = second.take(stop.signal);
  const turn = third.take(never());
  stop.abort();
  await given;
  end();
  (await turn)();
});

test("a frame that says nothing of turns is not waited for", async () => {
  const said: unknown[] = [];
  const stranger = { closed: false, postMessage: (data: unknown) => void said.push(data) };
  const lesson = new Siblings(() => [stranger], { closed: false, postMessage: () => {} });
  for (const junk of [
    null,
    7,
    {},
    { ahiru: 2, turn: "busy" },
    { ahiru: 1, turn: "quack", at: 0, id: "" },
  ])
    lesson.hear(junk, stranger);
  (await lesson.take(never()))();
  expect(said).toEqual([]);
});

test("one that greeted and then fell silent is waited for only so long", async () => {
  vi.useFakeTimers();
  const silent = { closed: false, postMessage: () => {} };
  const lesson = new Siblings(() => [silent], { closed: false, postMessage: () => {} });
  lesson.hear(word("here"), silent);
  let begun = false;
  const turn = lesson.take(never()).then((end) => ((begun = true), end));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toBe(false);
  await vi.advanceTimersByTimeAsync(1_500);
  (await turn)();
  vi.useRealTimers();
});
