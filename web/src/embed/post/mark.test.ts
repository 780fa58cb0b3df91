import { describe, expect, it } from "vitest";
import { markInCode, readMark, withoutMark } from "./mark";

describe("marks", () => {
  it("reads a lesson's name and the values of its flags", () => {
    expect(readMark("threads")).toEqual({ name: "threads", params: "" });
    expect(readMark(" threads n=20&d=1s ")).toEqual({ name: "threads", params: "n=20&d=1s" });
    expect(readMark("")).toEqual({ name: "", params: "" });
    expect(readMark("play")).toEqual({ name: "", params: "" });
  });

  it("is nothing when it cannot be read", () => {
    for (const none of ["../x", "Threads", "threads n=1 more", "<script>", "7"]) {
      expect(readMark(none)).toBeNull();
    }
  });

  it("is found in a first line of code only", () => {
    expect(markInCode("//ahiru:race n=4\npackage main\n")).toEqual({ name: "race", params: "n=4" });
    expect(markInCode("//ahiru:\npackage main\n")).toEqual({ name: "", params: "" });
    expect(markInCode("package main\n//ahiru:race\n")).toBeNull();
    expect(markInCode("// ahiru: race\n")).toBeNull();
    expect(withoutMark("//ahiru:race n=4\npackage main\n")).toBe("package main\n");
    expect(withoutMark("package main\n")).toBe("package main\n");
  });
});
