import { formatBytes } from "../../lib/bytes";
import { elapsed, seconds } from "../../lib/time-text";
import { LoadError } from "./loader";
import type { State } from "./session";
import type { Language, Strings } from "./strings";

/** The element's state in words. */
export interface Status {
  /** One sentence; it does not change while a state lasts, so that it is read out once. */
  text: string;
  tone: "quiet" | "busy" | "good" | "bad";
  /** What changes all the time, for eyes only: bytes that came, a clock that runs. */
  clock?: string;
  /** From 0 to 1, while something is fetched. */
  share?: number;
  /** Whether trying again may help. */
  retry?: boolean;
}

export function statusOf(state: State, strings: Strings, language: Language): Status {
  switch (state.kind) {
    case "ready":
      return { text: strings.ready, tone: "quiet" };
    case "fetching": {
      const { got, total } = state.progress;
      const clock = strings.bytes(formatBytes(got, language), formatBytes(total, language));
      return { text: strings.fetching, tone: "busy", clock, share: got / total };
    }
    case "starting":
      return { text: strings.starting, tone: "busy" };
    case "running": {
      const clock = elapsed(performance.now() - state.since, language);
      return { text: strings.running, tone: "busy", clock };
    }
    case "ended":
      return endOf(state, strings, language);
    case "failed":
      return { text: sentence(state.problem, strings), tone: "bad", retry: true };
  }
}

function endOf(
  { result, byReader }: Extract<State, { kind: "ended" }>,
  strings: Strings,
  language: Language,
): Status {
  const time = seconds(result.wallMs, language);
  if (result.stopped) {
    return byReader
      ? { text: strings.stopped(time), tone: "quiet" }
      : { text: strings.limited(time), tone: "bad" };
  }
  if (result.exitCode === 0) return { text: strings.finished(time), tone: "good" };
  return { text: strings.exited(result.exitCode, time), tone: "bad" };
}

/** A problem as a sentence: what happened and where. */
export function sentence(problem: unknown, strings: Strings): string {
  if (problem instanceof LoadError) {
    return strings.load(problem.fault, problem.url.pathname, problem.status);
  }
  return problem instanceof Error ? problem.message : String(problem);
}
