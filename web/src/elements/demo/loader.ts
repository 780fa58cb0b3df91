// Fetches a lesson and its program. What fails, fails as a LoadError whose
// kind the element turns into a sentence in the reader's language.
import { asLesson, type Lesson } from "./lesson";

export type LoadFault = "missing" | "unreachable" | "refused" | "incomplete" | "unreadable";

/** What went wrong and where; message is for the log of a developer. */
export class LoadError extends Error {
  constructor(
    readonly fault: LoadFault,
    readonly url: URL,
    readonly status = 0,
  ) {
    super(`${fault}: ${url.href}${status ? ` (HTTP ${status})` : ""}`);
  }
}

/** Bytes so far and in all, unpacked: what the network carried is compressed. */
export interface Progress {
  got: number;
  total: number;
}

export async function loadLesson(url: URL, signal: AbortSignal): Promise<Lesson> {
  const response = await get(url, signal);
  const lesson = asLesson(await response.json().catch(() => null));
  if (!lesson) throw new LoadError("unreadable", url);
  return lesson;
}

/** Fetches a program of a known size and tells its progress. */
export async function loadProgram(
  url: URL,
  bytes: number,
  progress: (p: Progress) => void,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const response = await get(url, signal);
  const buffer = new Uint8Array(bytes);
  let got = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const chunk = await reader?.read().catch(() => fail("incomplete", url, signal));
    if (!chunk?.value) break;
    if (got + chunk.value.length > bytes) throw new LoadError("unreadable", url);
    buffer.set(chunk.value, got);
    got += chunk.value.length;
    progress({ got, total: bytes });
  }
  if (got < bytes) throw new LoadError("incomplete", url);
  // A host that answers every address with a page would send something else.
  if (String.fromCharCode(...buffer.subarray(0, 4)) !== "\0asm") {
    throw new LoadError("unreadable", url);
  }
  return buffer.buffer;
}

async function get(url: URL, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal }).catch(() => fail("unreachable", url, signal));
  if (response.status === 404) throw new LoadError("missing", url);
  if (!response.ok) throw new LoadError("refused", url, response.status);
  return response;
}

/** An abort keeps its own reason. */
function fail(fault: LoadFault, url: URL, signal: AbortSignal): never {
  signal.throwIfAborted();
  throw new LoadError(fault, url);
}
