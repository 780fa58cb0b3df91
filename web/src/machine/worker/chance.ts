import { SeededBytes } from "../seed";

/** Has Go, and JavaScript that a program calls, take chance from a seed: select, map order, math/rand, crypto/rand. */
export function useSeed(go: GoRuntime, seed: string, pid: number): void {
  const bytes = new SeededBytes(seed, pid);
  go.importObject.gojs["runtime.getRandomData"] = (sp) => {
    const at = (sp >>> 0) + 8;
    const [place, length] = [go.mem.getUint32(at, true), go.mem.getUint32(at + 8, true)];
    bytes.fill(new Uint8Array(go.mem.buffer, place, length));
  };
  const fill = <T extends ArrayBufferView>(view: T): T => {
    bytes.fill(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    return view;
  };
  Object.defineProperty(crypto, "getRandomValues", { value: fill });
  Math.random = () => bytes.next() / 2 ** 32;
}
