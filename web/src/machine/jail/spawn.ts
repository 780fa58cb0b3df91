import { isRecord, isText } from "../check";
import { Deferred } from "../deferred";
import { SystemError } from "../errors";
import { Chunks } from "./chunks";
import type { Bytes } from "./chunks";
import { StreamHandle } from "./devices";

/** What a program asks for when it starts a process; a thread is a process that shares memory. */
export interface SpawnRequest {
  /** The name of the function to run. */
  function: string;
  /** Its arguments, encoded: for the child alone to read. */
  args: string;
  kind: "process" | "thread";
  /** Paths of the ends of pipes that the child may open. */
  inherit: string[];
  /** The path of the pipe end that its standard output goes to; "" for the console. */
  stdout: string;
}

/** How a process ended; reason is "" when it ended by itself. */
export interface Exit {
  code: number;
  reason: string;
}

/** A process on its way: both promises come, the first with a sentence when it could not start. */
export interface Spawned {
  stood: Promise<{ pid: number; startMs: number } | { error: string }>;
  ended: Promise<Exit>;
}

const maxLine = 64 << 10;
const maxEnds = 256;
const maxPath = 100;

/** The request in a line of JSON, or undefined. */
export function toSpawnRequest(line: string): SpawnRequest | undefined {
  let v: unknown;
  try {
    v = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(v)) return undefined;
  const { function: name, args, kind, inherit, stdout } = v;
  if (!isText(name, 200) || name === "" || !isText(args, maxLine)) return undefined;
  if ((kind !== "process" && kind !== "thread") || !isText(stdout, maxPath)) return undefined;
  if (!Array.isArray(inherit) || inherit.length > maxEnds) return undefined;
  if (!inherit.every((path): path is string => isText(path, maxPath))) return undefined;
  return { function: name, args, kind, inherit, stdout };
}

const notUnderstood =
  "the request to start a process was not understood: it is to be one line of JSON";

/**
 * An open /dev/ahiru/spawn: takes one line, the request, and gives two, each
 * when there is something to say: {"pid","startMs"} or {"error"}, and after
 * the process has ended {"code","reason"}.
 */
export class SpawnHandle extends StreamHandle {
  readonly #asked = new Chunks();
  readonly #closed = new Deferred<never>();
  #answers: Promise<object | undefined>[] | undefined;
  #rest: Bytes = new Uint8Array(0);
  #reading = false;

  constructor(private readonly spawn: (request: SpawnRequest) => Spawned) {
    super();
  }

  override write(bytes: Bytes, position: number | null): number {
    this.refusePosition(position);
    if (this.#answers || this.#asked.size + bytes.length > maxLine) throw new SystemError("EINVAL");
    this.#asked.add(bytes);
    if (bytes.at(-1) === 10) this.#begin();
    return bytes.length;
  }

  override async read(length: number, position: number | null): Promise<Bytes> {
    this.refusePosition(position);
    if (!this.#answers) throw new SystemError("EINVAL");
    if (this.#reading) throw new SystemError("EBUSY");
    this.#reading = true;
    try {
      if (this.#rest.length === 0) await Promise.race([this.#next(), this.#closed.promise]);
    } finally {
      this.#reading = false;
    }
    const part = this.#rest.slice(0, length);
    this.#rest = this.#rest.subarray(part.length);
    return part;
  }

  /** The child goes on without anybody to tell. */
  override close(): void {
    this.#closed.reject(new SystemError("EBADF"));
  }

  #begin(): void {
    const line = new TextDecoder().decode(this.#asked.take(this.#asked.size));
    const request = toSpawnRequest(line);
    if (!request) {
      this.#answers = [Promise.resolve({ error: notUnderstood })];
      return;
    }
    const { stood, ended } = this.spawn(request);
    // One that could not start has said all with its first line.
    this.#answers = [stood, stood.then((first) => ("error" in first ? undefined : ended))];
  }

  async #next(): Promise<void> {
    const answer = await this.#answers!.shift();
    if (answer) this.#rest = new TextEncoder().encode(JSON.stringify(answer) + "\n");
  }
}
