import { describe, expect, it, vi } from "vitest";
import { takeTurn } from "./turns";

/** A browser's locks, as far as one lock goes. */
function fakeLocks(): Pick<LockManager, "request"> {
  let last: Promise<unknown> = Promise.resolve();
  const request = async (_: string, { signal }: LockOptions, use: () => Promise<void>) => {
    const before = last;
    const gone = new Promise((_, reject) =>
      signal?.addEventListener("abort", () => reject(signal.reason)),
    );
    const mine = Promise.race([before, gone]).then(use);
    last = mine.catch(() => before);
    return mine;
  };
  return { request } as Pick<LockManager, "request">;
}

describe("turns", () => {
  it("lets one run at a time, and says so to whoever waits", async () => {
    const locks = fakeLocks();
    const { signal } = new AbortController();
    const end = await takeTurn(() => {}, signal, null, locks);
    const waits = vi.fn();
    let begun = false;
    const second = takeTurn(waits, signal, null, locks).then((end) => ((begun = true), end));
    await vi.waitFor(() => expect(waits).toHaveBeenCalled());
    expect(begun).toBe(false);
    end();
    (await second)();
  });

  it("gives up when it is called off, and takes nobody's turn", async () => {
    const locks = fakeLocks();
    const end = await takeTurn(() => {}, new AbortController().signal, null, locks);
    const gone = new AbortController();
    const second = takeTurn(() => {}, gone.signal, null, locks);
    gone.abort();
    (await second)();
    let begun = false;
    const third = takeTurn(() => {}, new AbortController().signal, null, locks).then(
      () => (begun = true),
    );
    await new Promise((go) => setTimeout(go, 20));
    expect(begun).toBe(false);
    end();
    await third;
  });

  it("comes after siblings have theirs, and goes back to both", async () => {
    const locks = fakeLocks();
    const { signal } = new AbortController();
    const ended = vi.fn();
    const siblings = { take: vi.fn(() => Promise.resolve(ended)) };
    (await takeTurn(() => {}, signal, siblings, locks))();
    expect(ended).toHaveBeenCalledOnce();
    await takeTurn(() => {}, signal, siblings, null); // a lock would be waited for in vain
    expect(siblings.take).toHaveBeenCalledTimes(2);
    await takeTurn(() => {}, signal, null, locks);
  });

  it("is free where there are no locks", async () => {
    const refuse = { request: () => Promise.reject(new DOMException("opaque", "SecurityError")) };
    const { signal } = new AbortController();
    await takeTurn(() => {}, signal, null, null);
    await takeTurn(() => {}, signal, null, refuse as unknown as LockManager);
  });
});
