import type { LoadFault } from "./api";

/** Why the toolchain cannot be had. */
export class ToolchainError extends Error {
  constructor(
    readonly fault: LoadFault,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }
}

/** Fetches; what goes wrong is a ToolchainError or the signal's reason. */
export async function get(url: URL, init: RequestInit & { signal: AbortSignal }) {
  const name = url.pathname.split("/").pop()!;
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    init.signal.throwIfAborted();
    throw new ToolchainError("unreachable", `${name} could not be fetched: no answer.`, { cause });
  }
  if (response.status === 404) throw new ToolchainError("missing", `The site has no ${name}.`);
  if (response.ok) return response;
  const sentence = `${name} could not be fetched: the server answers ${response.status}.`;
  throw new ToolchainError("refused", sentence);
}
