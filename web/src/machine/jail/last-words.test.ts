import { expect, test } from "vitest";
import { LastWords } from "./last-words";

function after(...pieces: string[]): string {
  const words = new LastWords();
  for (const piece of pieces) words.hear(new TextEncoder().encode(piece));
  return words.text;
}

test.each([
  ["panic: quack\n\tpanic: again\n\ngoroutine 1 [running]:\npanic({0x1, 0x2})\n", "panic: quack"],
  ["fatal error: all goroutines are asleep - deadlock!\n", "fatal error: all goroutines are asleep - deadlock!"],
  ["panic: first\nlog line\npanic: last\n", "panic: last"],
  ["a panic: in between\npanic:\npanic: unfinished", ""],
  ["", ""],
])("%j", (text, want) => expect(after(text)).toBe(want)); // prettier-ignore

test("it may come in any pieces, and be long", () => {
  expect(after(..."panic: アヒル\n")).toBe("panic: アヒル");
  expect(after("panic: " + "x".repeat(9000) + "\n")).toHaveLength(500);
});
