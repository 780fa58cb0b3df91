import { SystemError } from "../errors";
import { openFlags } from "../open-flags";
import type { Bytes } from "./chunks";
import { StreamHandle } from "./devices";
import type { Grants } from "./grants";
import type { Handle } from "./handle";
import { Pipe } from "./pipe";
import type { Held } from "./pipe";
import { End } from "./pipe-end";
import type { Side } from "./pipe-end";

const where = /^\/dev\/ahiru\/pipe\/(\d{1,15})\/(read|write)$/;

/** The pipes of a run, by the paths of their ends. */
export class Pipes {
  readonly #ends = new Map<string, End>();
  #next = 1;

  constructor(private readonly held: Held) {}

  /** How many ends some process still holds. */
  get count(): number {
    return this.#ends.size;
  }

  /** The ends of a new pipe; whoever asks for it must hold them at once. */
  make(): Record<Side, End> {
    const id = this.#next++;
    const pipe = new Pipe(this.held);
    const path = (side: Side) => `/dev/ahiru/pipe/${id}/${side}`;
    const gone = () => {
      this.#ends.delete(path("read"));
      this.#ends.delete(path("write"));
    };
    const end = (side: Side) => new End(pipe, side, path(side), gone);
    const ends = { read: end("read"), write: end("write") };
    for (const each of [ends.read, ends.write]) this.#ends.set(each.path, each);
    return ends;
  }

  /** The end that a path names; undefined where no end has that name. */
  find(path: string): End | undefined {
    return this.#ends.get(path);
  }

  /** Opens the path for a process that may; undefined when it is no path of an end. */
  open(path: string, flags: number, grants: Grants): Handle | undefined {
    if (!where.test(path)) return undefined;
    const end = this.find(path);
    if (!end) throw new SystemError("ENOENT");
    const access = end.side === "read" ? openFlags.O_RDONLY : openFlags.O_WRONLY;
    if ((flags & 3) !== access) throw new SystemError("EACCES");
    return grants.open(end);
  }
}

/** The descriptor that made a pipe: it tells the paths, and keeps both ends for its process. */
export class MakerHandle extends StreamHandle {
  #answer: Bytes;
  #place = 0;

  constructor(
    private readonly ends: Record<Side, End>,
    private readonly grants: Grants,
  ) {
    super();
    const paths = { read: ends.read.path, write: ends.write.path };
    this.#answer = new TextEncoder().encode(JSON.stringify(paths) + "\n");
    for (const end of [ends.read, ends.write]) grants.keep(end);
  }

  override read(length: number, position: number | null): Bytes {
    this.refusePosition(position);
    const part = this.#answer.slice(this.#place, this.#place + length);
    this.#place += part.length;
    return part;
  }

  override close(): void {
    for (const end of [this.ends.read, this.ends.write]) this.grants.drop(end);
  }
}
