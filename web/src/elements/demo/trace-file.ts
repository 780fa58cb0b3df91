import { tarOf } from "../../lib/tar";

/** The trace of one process, in pieces. */
export interface TraceStream {
  pid: number;
  /** The function that it was started with. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>[];
  /** Nothing more will come. */
  over: boolean;
}

/** What there is to save of a run: its trace, or an archive of the traces of its processes. */
export function traceFile(streams: TraceStream[]): Uint8Array<ArrayBuffer>[] {
  const [first, ...others] = streams;
  if (!first) return [];
  if (others.length === 0) return first.bytes;
  const files = streams.map(({ pid, name, bytes }) => ({ name: fileName(pid, name), bytes }));
  return tarOf(files, Date.now() / 1000);
}

const fileName = (pid: number, name: string) => `${pid}-${name.replace(/[^\w.-]+/g, "-")}.trace`;
