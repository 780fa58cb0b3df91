import type { Entry } from "./pack-index";
import { ToolchainError } from "./fault";

type Bytes = Uint8Array<ArrayBuffer>;

/** Told of bytes as the network carries them. */
export type Carried = (bytes: number) => void;

/**
 * Reads a file of the pack: as it is when the server had it in brotli, which
 * the browser has undone, or as the .gz that it is by name. The first bytes
 * tell: no file of a pack begins as gzip does.
 */
export async function unpack(
  body: ReadableStream<Bytes>,
  entry: Entry,
  carried: Carried,
): Promise<ArrayBuffer> {
  const reader = body.getReader();
  const first = await reader.read();
  const packed = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  const scale = packed ? 1 : entry.brotli / Math.max(1, entry.bytes);
  const source = counted(reader, first, (n) => carried(n * scale));
  return collect(packed ? source.pipeThrough(new DecompressionStream("gzip")) : source, entry);
}

/** The rest of a stream behind its first chunk. */
function counted(
  reader: ReadableStreamDefaultReader<Bytes>,
  first: ReadableStreamReadResult<Bytes>,
  carried: Carried,
): ReadableStream<Bytes> {
  let next: ReadableStreamReadResult<Bytes> | undefined = first;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = next ?? (await reader.read());
      next = undefined;
      if (done) return controller.close();
      carried(value.length);
      controller.enqueue(value);
    },
    cancel: (why) => reader.cancel(why),
  });
}

/** Exactly as many bytes as the entry says. */
async function collect(stream: ReadableStream<Bytes>, entry: Entry): Promise<ArrayBuffer> {
  const all = new Uint8Array(entry.bytes);
  let got = 0;
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (got + chunk.value.length > entry.bytes) {
      void reader.cancel();
      throw new ToolchainError("damaged", `${entry.name} is longer than it should be.`);
    }
    all.set(chunk.value, got);
    got += chunk.value.length;
  }
  if (got < entry.bytes) {
    const sentence = `${entry.name} broke off after ${got} of ${entry.bytes} bytes.`;
    throw new ToolchainError("damaged", sentence);
  }
  return all.buffer;
}
