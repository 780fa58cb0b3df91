import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Lines } from "./lines";
import type { LineWriter } from "./lines";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function rig(count: number) {
  let text = "";
  const lines = new Lines({ write: (bytes) => (text += new TextDecoder().decode(bytes)) });
  const writers = Array.from({ length: count }, () => lines.join());
  const print = (writer: LineWriter, s: string) => writer.write(new TextEncoder().encode(s), 0);
  return {
    lines,
    writers: writers as [LineWriter, LineWriter, LineWriter],
    print,
    text: () => text,
  };
}

test("a process that is alone is shown as it prints", () => {
  const { writers, print, text } = rig(1);
  print(writers[0], "dots: .");
  expect(text()).toBe("dots: .");
  print(writers[0], ".\nnext");
  writers[0].leave();
  expect(text()).toBe("dots: ..\nnext");
});

test("among several a line is shown when it is finished", () => {
  const { writers, print, text } = rig(2);
  const [a, b] = writers;
  print(a, "one ");
  print(b, "other\nhalf");
  expect(text()).toBe("other\n");
  print(a, "line\n");
  print(b, " done\n");
  expect(text()).toBe("other\none line\nhalf done\n");
});

test("a line begun alone is waited for, but not without an end", () => {
  const { lines, writers, print, text } = rig(1);
  const [a] = writers;
  print(a, "result: ");
  const b = lines.join();
  print(b, "b1\n");
  print(b, "b2\nb3");
  expect(text()).toBe("result: ");
  print(a, "5\n");
  expect(text()).toBe("result: 5\nb1\nb2\n");
  print(b, "\n");
  b.leave();
  print(a, "again: ");
  const c = lines.join();
  print(c, "c\n");
  vi.advanceTimersByTime(10_000);
  print(a, "6\n");
  expect(text()).toBe("result: 5\nb1\nb2\nb3\nagain: \nc\n6\n");
});

test("one that ends in the middle of a line ends that line, if others go on", () => {
  const { writers, print, text } = rig(3);
  const [a, b, c] = writers;
  print(a, "begun");
  print(b, "too");
  a.leave();
  expect(text()).toBe("begun\n");
  b.leave(); // c is alone now
  print(c, "last");
  c.leave();
  expect(text()).toBe("begun\ntoo\nlast");
});

test("what the last one has waiting is shown when it is alone", () => {
  const { writers, print, text } = rig(2);
  const [a, b] = writers;
  print(a, "waiting ...");
  b.leave();
  expect(text()).toBe("waiting ...");
});

test("nobody holds more than 64 KiB back", () => {
  const { lines, writers, print, text } = rig(1);
  const [a] = writers;
  print(a, "a");
  const b = lines.join();
  print(b, "b".repeat(70_000));
  expect(text()).toBe("a\n" + "b".repeat(70_000));
  print(a, "x".repeat(70_000));
  expect(text()).toHaveLength(140_003);
});
