// Text as a link carries it: UTF-8, deflate in its zlib form (whose checksum
// tells a damaged link from a whole one), base64 for addresses. A letter in
// front names this form: links are decoded for ever.

const form = "z";

/** The text, packed. */
export async function packText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"));
  return form + base64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/**
 * The text that was packed, or null when this is none: cut, damaged, not text,
 * or more than most bytes of it, however small it came.
 */
export async function unpackText(packed: string, most: number): Promise<string | null> {
  try {
    if (!packed.startsWith(form)) return null;
    const bytes = fromBase64(packed.slice(form.length));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const whole = await gather(stream, most);
    return whole && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(whole);
  } catch {
    return null;
  }
}

/** What a stream gives, null once that is more than most bytes: the rest is never unpacked. */
async function gather(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      void reader.cancel().catch(() => {});
      return null;
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 4096) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Throws at what is no base64 for addresses. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new Error("not base64");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
