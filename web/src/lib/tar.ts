// Archives in tar's ustar form, which every system unpacks.

type Bytes = Uint8Array<ArrayBuffer>;

export interface TarFile {
  /** ASCII, at most 100 characters. */
  name: string;
  /** The contents in pieces. */
  bytes: Bytes[];
}

const block = 512;
const encoder = new TextEncoder();

/** An archive of the files, in pieces; a Blob of them is the file. */
export function tarOf(files: TarFile[], seconds: number): Bytes[] {
  const parts = files.flatMap(({ name, bytes }) => {
    const size = bytes.reduce((n, piece) => n + piece.length, 0);
    const padding = new Uint8Array((block - (size % block)) % block);
    return [header(name, size, seconds), ...bytes, padding];
  });
  return [...parts, new Uint8Array(2 * block)];
}

function header(name: string, size: number, seconds: number): Bytes {
  const head = new Uint8Array(block);
  const put = (text: string, at: number) => head.set(encoder.encode(text), at);
  const octal = (value: number, digits: number, at: number) =>
    put(Math.floor(value).toString(8).padStart(digits, "0") + "\0", at);
  put(name.slice(0, 100), 0);
  octal(0o644, 7, 100);
  octal(0, 7, 108); // owner
  octal(0, 7, 116); // group
  octal(size, 11, 124);
  octal(seconds, 11, 136);
  put(" ".repeat(8), 148); // the checksum counts its own place as blanks
  put("0", 156); // an ordinary file
  put("ustar\0" + "00", 257);
  const sum = head.reduce((n, byte) => n + byte, 0);
  put(sum.toString(8).padStart(6, "0") + "\0 ", 148);
  return head;
}
