import { SystemError } from "../errors";
import { FigureLines } from "../figures";
import type { Report } from "../figures";
import { RefusingHandle } from "./handle";
import { DeviceNode, owner } from "./nodes";
import type { Stat } from "./nodes";

const fifo = 0o010000;
const none = new Uint8Array(0);

/** A stream has no size and no place: it looks like a pipe to the program. */
export abstract class StreamHandle extends RefusingHandle {
  readonly #time = Date.now();

  stat(): Stat {
    const time = { atimeMs: this.#time, mtimeMs: this.#time, ctimeMs: this.#time };
    const where = { dev: 2, ino: 1, mode: fifo | 0o600, nlink: 1, uid: owner, gid: owner, rdev: 0 };
    return { ...where, size: 0, blksize: 4096, blocks: 0, ...time };
  }

  protected refusePosition(position: number | null): void {
    if (position !== null) throw new SystemError("ESPIPE");
  }
}

/** Standard input: the given bytes, then its end. */
export class Input extends StreamHandle {
  #place = 0;

  constructor(private readonly bytes: Uint8Array) {
    super();
  }

  override read(length: number, position: number | null): Uint8Array<ArrayBuffer> {
    this.refusePosition(position);
    const part = this.bytes.slice(this.#place, this.#place + length);
    this.#place += part.length;
    return part;
  }
}

/** Standard output or error: where the bytes go. */
export interface OutputTarget {
  write(bytes: Uint8Array<ArrayBuffer>, ms: number): void;
}

/** Standard output or error. */
export class Output extends StreamHandle {
  constructor(private readonly target: OutputTarget) {
    super();
  }

  override write(bytes: Uint8Array<ArrayBuffer>, position: number | null, ms: number): number {
    this.refusePosition(position);
    this.target.write(bytes, ms);
    return bytes.length;
  }
}

/** What may be written anywhere and read nowhere: where is told of the bytes. */
class Sink extends RefusingHandle {
  constructor(
    private readonly node: DeviceNode,
    private readonly where: (bytes: Uint8Array) => void,
  ) {
    super();
  }

  override read(): Uint8Array<ArrayBuffer> {
    return none;
  }

  override write(bytes: Uint8Array): number {
    this.where(bytes);
    return bytes.length;
  }

  override truncate(): void {}

  stat(): Stat {
    return this.node.stat();
  }
}

function sink(where: (bytes: Uint8Array) => void): DeviceNode {
  const node: DeviceNode = new DeviceNode(() => new Sink(node, where));
  return node;
}

/** /dev/null */
export function nullDevice(): DeviceNode {
  return sink(() => {});
}

/** A special file that can be read alone, and says the same to everybody. */
export function textDevice(text: string): DeviceNode {
  return new DeviceNode(() => new Input(new TextEncoder().encode(text)));
}

/** /dev/ahiru/figures: JSON lines, each a report that found is told of. */
export function figuresDevice(found: (report: Report) => void): DeviceNode {
  const lines = new FigureLines();
  return sink((bytes) => lines.push(bytes).forEach(found));
}
