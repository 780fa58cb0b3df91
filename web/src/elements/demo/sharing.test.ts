import { describe, expect, it } from "vitest";
import { hindrance, needsSharing } from "./sharing";

describe("what keeps threads from sharing memory", () => {
  it("is nothing in an isolated page, until the machine has found otherwise", () => {
    expect(hindrance({ isolated: true, shares: undefined, ownPage: true })).toBeNull();
    expect(hindrance({ isolated: true, shares: true, ownPage: false })).toBeNull();
    expect(hindrance({ isolated: true, shares: false, ownPage: true })).toBe("browser");
    expect(hindrance({ isolated: true, shares: false, ownPage: false })).toBe("browser");
  });
  it("is how the page is served, or where it stands", () => {
    expect(hindrance({ isolated: false, shares: undefined, ownPage: true })).toBe("headers");
    expect(hindrance({ isolated: false, shares: false, ownPage: false })).toBe("elsewhere");
  });
});

describe("what was chosen", () => {
  it("needs shared memory only where the lesson says so", () => {
    expect(needsSharing({ shares: false }, {})).toBe(false);
    expect(needsSharing({ shares: true }, { n: "2" })).toBe(true);
    expect(needsSharing({ shares: true, sharing: null }, {})).toBe(true);
    const executors = { shares: true, sharing: { gil: "on" } };
    expect(needsSharing(executors, { gil: "off", pool: "thread" })).toBe(false);
    expect(needsSharing(executors, { gil: "on" })).toBe(true);
    expect(needsSharing(executors, {})).toBe(false);
  });
});
