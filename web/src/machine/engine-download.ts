// Fetching with progress.

export interface Progress {
  /** Bytes that have arrived, after the transport's compression. */
  received: number;
  /** Bytes to come in all, null when the server's number counts otherwise. */
  total: number | null;
}

export interface DownloadOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Fetches a file. Rejects with an Error whose message is a sentence. */
export async function download(
  url: string | URL,
  options: DownloadOptions = {},
): Promise<ArrayBuffer> {
  const name = fileName(url);
  let response: Response;
  try {
    response = await fetch(url, options.signal ? { signal: options.signal } : {});
  } catch (error) {
    throw new Error(`${name} could not be fetched (${words(error)}).`, { cause: error });
  }
  if (!response.ok) {
    throw new Error(`${name} could not be fetched: the server answers ${response.status}.`);
  }
  try {
    return await collect(response, options.onProgress);
  } catch (error) {
    throw new Error(`${name} broke off on its way (${words(error)}).`, { cause: error });
  }
}

async function collect(
  response: Response,
  onProgress: DownloadOptions["onProgress"],
): Promise<ArrayBuffer> {
  if (!response.body || !onProgress) return response.arrayBuffer();
  const total = declaredLength(response.headers);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    parts.push(chunk.value);
    received += chunk.value.byteLength;
    onProgress({ received, total: total !== null && total >= received ? total : null });
  }
  return new Blob(parts).arrayBuffer();
}

/** Content-Length counts what travels, so under a coding it says nothing of the file. */
export function declaredLength(headers: Headers): number | null {
  const length = Number(headers.get("content-length"));
  const coded = (headers.get("content-encoding") ?? "identity") !== "identity";
  return coded || !Number.isInteger(length) || length <= 0 ? null : length;
}

function fileName(url: string | URL): string {
  return String(url).split(/[?#]/, 1)[0]!.split("/").pop() || String(url);
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));
