import { expect, test } from "vitest";
import { Hostile } from "../hostile-values";
import { capacity, Pipe } from "./pipe";

const bytes = (...n: number[]) => Uint8Array.from(n);
const soon = () => new Promise<void>((done) => setTimeout(done, 0));

/** A pipe with one reader and one writer, and the promises that it has settled so far. */
function rig() {
  let held = 0;
  const pipe = new Pipe((n) => (held += n));
  pipe.readers = pipe.writers = 1;
  const settled: unknown[] = [];
  const watch = (name: string, p: unknown) =>
    void Promise.resolve(p).then(
      (value) => settled.push([name, value instanceof Uint8Array ? [...value] : value]),
      (err: { code: string }) => settled.push([name, err.code]),
    );
  return { pipe, watch, settled, held: () => held };
}

test("a reader waits for the first byte, and gets what there is", async () => {
  const { pipe, watch, settled } = rig();
  watch("read", pipe.read({}, 10));
  await soon();
  expect(settled).toEqual([]);
  expect(pipe.write({}, bytes(1, 2, 3))).toBe(3);
  await soon();
  expect(settled).toEqual([["read", [1, 2, 3]]]);
  pipe.write({}, bytes(4, 5));
  expect(pipe.read({}, 1)).toEqual(bytes(4));
  expect(pipe.read({}, 9)).toEqual(bytes(5));
});

test("a writer waits at 64 KiB until its last byte has room", async () => {
  const { pipe, watch, settled, held } = rig();
  expect(pipe.write({}, new Uint8Array(capacity))).toBe(capacity);
  watch("write", pipe.write({}, new Uint8Array(capacity + 1)));
  expect(held()).toBe(capacity + 1);
  await (pipe.read({}, capacity) as Uint8Array);
  await soon();
  expect(settled).toEqual([]);
  pipe.read({}, 1);
  await soon();
  expect(settled).toEqual([["write", capacity + 1]]);
  expect(held()).toBe(0);
});

test("the end comes after the last byte, to all that wait", async () => {
  const { pipe, watch, settled } = rig();
  pipe.write({}, bytes(7));
  pipe.writers = 0;
  pipe.settle();
  expect(pipe.read({}, 5)).toEqual(bytes(7));
  expect(pipe.read({}, 5)).toEqual(bytes());
  pipe.writers = 1;
  watch("a", pipe.read({}, 5));
  watch("b", pipe.read({}, 5));
  pipe.writers = 0;
  pipe.settle();
  await soon();
  expect(settled).toEqual([["a", []], ["b", []]]); // prettier-ignore
});

test("without a reader writing fails, for those that wait too", async () => {
  const { pipe, watch, settled, held } = rig();
  watch("write", pipe.write({}, new Uint8Array(capacity + 1)));
  pipe.readers = 0;
  pipe.settle();
  await soon();
  expect(settled).toEqual([["write", "EPIPE"]]);
  expect(held()).toBe(0);
  expect(() => pipe.write({}, bytes(1))).toThrow("EPIPE");
});

test("a closed descriptor is called off: no byte is lost to it and none more comes of it", async () => {
  const { pipe, watch, settled, held } = rig();
  const [gone, stays] = [{}, {}];
  watch("gone", pipe.read(gone, 5));
  watch("stays", pipe.read(stays, 5));
  pipe.callOff(gone);
  pipe.write({}, bytes(1));
  await soon();
  expect(settled).toEqual([["gone", "EBADF"], ["stays", [1]]]); // prettier-ignore
  watch("killed", pipe.write(gone, new Uint8Array(capacity + 5)));
  watch("next", pipe.write(stays, bytes(9)));
  pipe.callOff(gone);
  const got = pipe.read({}, 2 * capacity) as Uint8Array;
  expect(got).toHaveLength(capacity); // the rest ended with the descriptor
  expect(pipe.read({}, 5)).toEqual(bytes(9));
  expect(held()).toBe(0);
});

test("whatever is written is read, in order and in one piece each, from any number of writers", async () => {
  const chance = new Hostile(3);
  const pipe = new Pipe();
  pipe.readers = 1;
  pipe.writers = 4;
  const write = async (who: number) => {
    for (let i = 0; i < 40; i++) {
      const size = Math.floor(chance.next() * (chance.next() < 0.2 ? 3 * capacity : 2000)) + 8;
      const message = new Uint8Array(size).fill(who);
      new DataView(message.buffer).setUint32(1, size);
      new DataView(message.buffer).setUint16(5, i);
      await pipe.write({}, message);
    }
    pipe.writers--;
    pipe.settle();
  };
  const writing = [1, 2, 3, 4].map(write);
  const stream = new Uint8Array(20 << 20);
  let length = 0;
  for (;;) {
    const part = await pipe.read({}, Math.floor(chance.next() * 100_000) + 1);
    if (part.length === 0) break;
    stream.set(part, length);
    length += part.length;
  }
  await Promise.all(writing);
  const next = [0, 0, 0, 0, 0];
  for (let at = 0; at < length;) {
    const view = new DataView(stream.buffer, at);
    const [who, size] = [view.getUint8(0), view.getUint32(1)];
    expect(view.getUint16(5)).toBe(next[who]!++);
    expect(stream.subarray(at + 7, at + size).every((b) => b === who)).toBe(true);
    at += size;
  }
  expect(next).toEqual([0, 40, 40, 40, 40]);
});
