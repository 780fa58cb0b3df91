import { describe, expect, it } from "vitest";
import { hindrance } from "./sharing";

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
